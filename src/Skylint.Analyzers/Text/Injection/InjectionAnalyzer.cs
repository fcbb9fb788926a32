using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;
using Skylint.Configuration;

namespace Skylint.Text.Injection;

/// <summary>Reports command lines and policies into which text from outside goes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InjectionAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(InjectionRules.CommandLine.Descriptor, InjectionRules.Policy.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (InjectionSinks.TryCreate(start.Compilation, start.CancellationToken) is not { } sinks)
                return;
            var model = new TextModel(start.Compilation);
            var kinds = sinks.StartsPrograms ? new[] { OperationKind.SimpleAssignment, OperationKind.ObjectCreation, OperationKind.Invocation } : [OperationKind.SimpleAssignment];
            start.RegisterOperationAction(c => Analyze(c, sinks, model), kinds);
        });
    }

    private static void Analyze(OperationAnalysisContext context, InjectionSinks sinks, TextModel model)
    {
        foreach (var sink in sinks.Find(context.Operation))
        {
            if (!sink.Text.ConstantValue.HasValue)
                Report(context, sink, model);
        }
    }

    private static void Report(OperationAnalysisContext context, InjectionSink sink, TextModel model)
    {
        var rule = sink.Kind == InjectionKind.Policy ? InjectionRules.Policy : InjectionRules.CommandLine;
        var tree = sink.Text.Syntax.SyntaxTree;
        var evaluator = new TextEvaluator(model, context.CancellationToken, context.Options.GetList(tree, rule, InjectionRules.Sanitizers)) { MayApproximate = true };
        var value = evaluator.Evaluate(sink.Text);
        if (evaluator.GaveUp || Culprit(value, sink.Kind) is not { } culprit)
            return;
        var severity = rule.Descriptor.DefaultSeverity;
        var isRequest = culprit.Kind == OriginKind.Request;
        if (!isRequest)
        {
            var option = context.Options.Get(tree, rule, InjectionRules.Unknown).ToLowerInvariant();
            if (option == "none")
                return;
            if (option != "warning")
                severity = DiagnosticSeverity.Info;
        }

        var additional = culprit.Origin is { } origin && origin.SyntaxTree == tree ? new[] { origin.GetLocation() } : [];
        var properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, rule.Key).Add("origin", isRequest ? "external" : "unknown");
        context.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, sink.Text.Syntax.GetLocation(), severity, additional, properties,
            culprit.Name.Length > 0 ? culprit.Name : "an expression",
            isRequest ? "it comes from a request" : "its spaces and quotes end the argument",
            sink.Kind == InjectionKind.Program ? "choose the program from a fixed list" : "add it to ArgumentList, which keeps it whole"));
    }

    /// <summary>
    /// The piece that is wrong there. Which program runs, and what a policy says, is for the code's caller to decide unless the caller is a request. A
    /// value between the words of a command line is wrong wherever it comes from, unless it is quoted or is several arguments; a whole command line that somebody hands over is theirs.
    /// </summary>
    private static Fragment? Culprit(TextValue value, InjectionKind kind)
    {
        var request = value.Fragments.FirstOrDefault(f => f is { Provenance: Provenance.External, Kind: OriginKind.Request });
        if (request is not null || kind != InjectionKind.Arguments)
            return request;
        Fragment? culprit = null;
        TextReading.Read(value, new Quotes(), q => new Quotes { IsOpen = q.IsOpen }, (quotes, fragment, _, hasWords) =>
        {
            if (fragment.Text is { } text)
                quotes.IsOpen ^= text.Count(c => c == '"') % 2 == 1;
            else if (hasWords && !quotes.IsOpen && fragment is { IsBad: true, Kind: OriginKind.Parameter or OriginKind.Uncalled or OriginKind.Local or OriginKind.Input } && !CommandWords.IsMany(fragment.Name))
                culprit ??= fragment;
        });

        return culprit;
    }

    private sealed class Quotes
    {
        public bool IsOpen { get; set; }
    }
}
