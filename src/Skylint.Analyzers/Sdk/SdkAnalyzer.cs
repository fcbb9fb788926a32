using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Sdk.Model;

namespace Skylint.Sdk;

/// <summary>The one analyzer that runs every rule about the AWS SDK. In a compilation without the SDK it registers nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SdkAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.CreateRange(SdkRules.Coded.Select(r => r.Rule.Descriptor));

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AwsSdk.Create(start.Compilation) is { } sdk)
                new SdkRun(sdk, start.Compilation, start.Options, SdkRules.Subscriptions).Register(start);
        });
    }
}
