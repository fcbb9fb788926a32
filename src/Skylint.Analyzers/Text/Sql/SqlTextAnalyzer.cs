using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;
using Skylint.Configuration;

namespace Skylint.Text.Sql;

/// <summary>Reports statements whose text is not fixed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SqlTextAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(SqlRules.Injection.Descriptor, SqlRules.DataApiInjection.Descriptor, SqlRules.ExpressionInjection.Descriptor, SqlRules.UnseenText.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SqlSinks.TryCreate(start.Compilation, start.CancellationToken) is not { } sinks)
                return;
            var model = new TextModel(start.Compilation);
            start.RegisterOperationAction(
                c => Analyze(c, sinks, model),
                OperationKind.SimpleAssignment,
                OperationKind.CompoundAssignment,
                OperationKind.CoalesceAssignment,
                OperationKind.MemberInitializer,
                OperationKind.ObjectCreation,
                OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, SqlSinks sinks, TextModel model)
    {
        foreach (var sink in sinks.Find(context.Operation))
        {
            if (!sink.Text.ConstantValue.HasValue && !sinks.IsInside(context.ContainingSymbol))
                Report(context, sink, model);
        }
    }

    private static void Report(OperationAnalysisContext context, SqlSink sink, TextModel model)
    {
        var rule = SqlRules.For(sink.Family);
        var tree = sink.Text.Syntax.SyntaxTree;
        var evaluator = new TextEvaluator(model, context.CancellationToken, context.Options.GetList(tree, rule, SqlRules.Sanitizers)) { MayApproximate = true };
        var value = evaluator.Evaluate(sink.Text);
        if (evaluator.GaveUp || value.Provenance < Provenance.Unknown || SqlFinding.Of(value, sink) is not { } finding)
            return;
        if (finding.IsUnseen)
            rule = SqlRules.UnseenText;

        var severity = rule.Descriptor.DefaultSeverity;
        var external = finding.Culprit.Provenance == Provenance.External;
        if (!external && rule != SqlRules.UnseenText)
        {
            switch (context.Options.Get(tree, rule, SqlRules.Unknown).ToLowerInvariant())
            {
                case "none":
                    return;
                case "suggestion":
                    severity = DiagnosticSeverity.Info;
                    break;
            }
        }

        // What flows in may stand in another file; a location there would be lost to whoever looks at this one.
        var origin = finding.Culprit.Origin;
        var additional = origin is not null && origin.SyntaxTree == tree ? new[] { origin.GetLocation() } : [];
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add("key", rule.Key)
            .Add("origin", external ? "external" : "unknown")
            .Add("family", sink.Family.ToString());
        context.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, sink.Text.Syntax.GetLocation(), severity, additional, properties,
            finding.Culprit.Name.Length > 0 ? finding.Culprit.Name : "an expression", finding.OriginText, finding.Advice));
    }
}
