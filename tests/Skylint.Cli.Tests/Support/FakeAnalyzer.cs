using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cli.Tests.Support;

/// <summary>Runs the fake rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FakeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. FakeRules.All.Select(r => r.Descriptor)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Check, OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (FakeRules.All.FirstOrDefault(r => r.Title == $"{call.TargetMethod.Name} is called") is not { } rule)
            return;
        if (rule == FakeRules.Crash)
            throw new InvalidOperationException("on purpose");
        var text = rule == FakeRules.Files
            ? string.Join(' ', context.Options.AdditionalFiles.Select(f => $"{Path.GetFileName(f.Path)}={f.GetText()?.ToString().Trim()}").Order(StringComparer.Ordinal))
            : call.TargetMethod.Name;
        var properties = ImmutableDictionary<string, string?>.Empty.Add("key", rule.Key).Add("constructId", call.Arguments.FirstOrDefault()?.Value.ConstantValue.Value as string);
        context.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, call.Syntax.GetLocation(), properties, text));
    }
}
