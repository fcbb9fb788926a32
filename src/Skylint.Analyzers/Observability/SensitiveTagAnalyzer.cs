using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;

namespace Skylint.Observability;

/// <summary>SKY4007: a tag or baggage item of an activity whose name, or whose value's name, says that it is personal data or a credential.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SensitiveTagAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, string?> s_properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, ObservabilityRules.SensitiveTag.Key);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ObservabilityRules.SensitiveTag.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("System.Diagnostics.Activity") is { } activity && !TestCode.IsTestProject(start.Compilation))
                start.RegisterOperationAction(operation => Analyze(operation, activity), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol activity)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("SetTag" or "AddTag" or "SetBaggage" or "AddBaggage") || call.Arguments.Length != 2 || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, activity))
            return;
        var key = Emitted.Text(call.Arguments[0].Value);
        var value = call.Arguments[1].Value;

        // A call may mask or hash the value. A flag or a number about the data is not the data.
        if (value.ConstantValue.HasValue || Emitted.NameOf(value) is not { } name || Emitted.Bare(value).Type is not { SpecialType: SpecialType.System_String })
            return;
        var personal = PersonalData.IsNamedBy(name) ? name : key is not null && PersonalData.IsNamedBy(key) ? key : null;
        if (personal is not null)
            context.ReportDiagnostic(Diagnostic.Create(ObservabilityRules.SensitiveTag.Descriptor, Sdk.Model.Operations.NameLocation(call), s_properties, personal, call.TargetMethod.Name.EndsWith("Tag", StringComparison.Ordinal) ? "tag" : "baggage item"));
    }
}
