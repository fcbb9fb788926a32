using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Observability;

/// <summary>
/// SKY4004: a message that goes to another process without the trace context, in a compilation that traces and has nothing that would add it. A message that the code
/// does not show whole is unknown.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageWithoutTraceContextAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, string?> s_properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, ObservabilityRules.MessageWithoutTraceContext.Key);

    /// <summary>Libraries that put a context into the messages of the SDK by themselves.</summary>
    private static readonly ImmutableHashSet<string> s_instrumentations = ImmutableHashSet.Create(
        "OpenTelemetry.Instrumentation.AWS", "OpenTelemetry.Contrib.Instrumentation.AWS", "AWSXRayRecorder.Handlers.AwsSdk", "Datadog.Trace", "Elastic.Apm", "NewRelic.Api.Agent", "SolarWinds.APM.API");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ObservabilityRules.MessageWithoutTraceContext.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var compilation = start.Compilation;
            if (AwsSdk.Create(compilation) is not { } sdk
                || (sdk.TypeOf("Skylint.Observability.ObservedAttribute") is null && sdk.TypeOf("OpenTelemetry.Trace.TracerProviderBuilder") is null)
                || compilation.ReferencedAssemblyNames.Any(a => s_instrumentations.Contains(a.Name))
                || TestCode.IsTestProject(compilation))
                return;
            start.RegisterOperationAction(operation => Analyze(operation, sdk), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, AwsSdk sdk)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (!MessageSends.IsNamed(invocation.TargetMethod.Name) || OperationCall.Of(invocation, sdk) is not { } call || MessageSends.CarrierOf(call) is null)
            return;
        if (IsForPeople(call, sdk))
            return;
        if (!new TraceContextEvidence(sdk, context.CancellationToken).MayCarry(call))
            context.ReportDiagnostic(Diagnostic.Create(ObservabilityRules.MessageWithoutTraceContext.Descriptor, call.NameLocation, s_properties, call.Name));
    }

    /// <summary>A text message and a push to a phone end with a person, and no service goes on from there.</summary>
    private static bool IsForPeople(OperationCall call, AwsSdk sdk) =>
        call.Name == "Publish" && call.Facts(sdk) is { } facts && (facts.IsMentioned("PhoneNumber") || facts.IsMentioned("TargetArn"));
}
