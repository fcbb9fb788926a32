using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Skylint.Catalog;
using Skylint.Configuration;

namespace Skylint.Text.Secrets;

/// <summary>
/// Reports what has the shape of a key in source files and in configuration files. A file is scanned as one text, which costs less than looking at
/// each literal and sees comments and all kinds of literals; only concatenations that form a key out of pieces are looked at as operations.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyShapedTextAnalyzer : DiagnosticAnalyzer
{
    private const int LargestFile = 4_000_000;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(SecretRules.KeyShapedText.Descriptor, SecretRules.PrivateKeyText.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var sinks = CredentialSinks.TryCreate(start.Compilation);
            var isTest = new Lazy<bool>(() => TestCode.IsProject(start.Compilation));
            start.RegisterSemanticModelAction(c => AnalyzeTree(c, sinks, isTest));
            start.RegisterOperationAction(c => AnalyzeConcatenation(c, sinks, isTest), OperationKind.Binary, OperationKind.InterpolatedString);
        });
        context.RegisterAdditionalFileAction(AnalyzeFile);
    }

    private static void AnalyzeTree(SemanticModelAnalysisContext context, CredentialSinks? sinks, Lazy<bool> isTest)
    {
        var tree = context.SemanticModel.SyntaxTree;
        if (tree.Length > LargestFile)
            return;
        var reported = new HashSet<TextSpan>();
        foreach (var hit in KeyScanner.Scan(tree.GetText(context.CancellationToken).ToString()))
        {
            if (!IsWanted(hit.Rule, tree, context.Options, isTest, context.CancellationToken))
                continue;
            var span = new TextSpan(hit.Start, hit.Length);
            var token = tree.GetRoot(context.CancellationToken).FindToken(hit.Start);
            if (token.Span.Contains(span) && token.Parent is LiteralExpressionSyntax literal)
            {
                if (sinks is not null && IsCredential(literal, context.SemanticModel, sinks, context.CancellationToken))
                    continue;
                span = literal.Span;
            }

            if (reported.Add(span))
                Report(context.ReportDiagnostic, hit.Rule, Location.Create(tree, span));
        }
    }

    /// <summary>A key that no single literal holds whole.</summary>
    private static void AnalyzeConcatenation(OperationAnalysisContext context, CredentialSinks? sinks, Lazy<bool> isTest)
    {
        var operation = context.Operation;
        if (operation.ConstantValue is not { HasValue: true, Value: string { Length: >= 20 } text } || operation.Parent is IBinaryOperation { ConstantValue.HasValue: true })
            return;
        foreach (var rule in KeyScanner.Scan(text).Select(hit => hit.Rule).Distinct())
        {
            var isWhole = KeyScanner.Scan(operation.Syntax.ToString()).Any(hit => hit.Rule == rule);
            if (!isWhole && (sinks is null || !IsCredential(operation.Syntax, operation.SemanticModel!, sinks, context.CancellationToken)) && IsWanted(rule, operation.Syntax.SyntaxTree, context.Options, isTest, context.CancellationToken))
                Report(context.ReportDiagnostic, rule, operation.Syntax.GetLocation());
        }
    }

    /// <summary>False for private keys of tests: they protect nothing. A key of AWS opens an account wherever it stands.</summary>
    private static bool IsWanted(Rule rule, SyntaxTree tree, AnalyzerOptions options, Lazy<bool> isTest, CancellationToken cancellationToken) =>
        rule != SecretRules.PrivateKeyText || !(isTest.Value || TestCode.IsFile(tree, cancellationToken)) || options.GetBool(tree, rule, SecretRules.Tests);

    /// <summary>True for an argument that another rule reports, with what takes it.</summary>
    private static bool IsCredential(SyntaxNode text, SemanticModel model, CredentialSinks sinks, CancellationToken cancellationToken) =>
        text.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: BaseObjectCreationExpressionSyntax creation }
        && sinks.TakesKey(model.GetSymbolInfo(creation, cancellationToken).Symbol as IMethodSymbol);

    private static void AnalyzeFile(AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        if (!ConfigurationFile.Is(path) || context.AdditionalFile.GetText(context.CancellationToken) is not { Length: <= LargestFile } source)
            return;
        foreach (var hit in KeyScanner.Scan(source.ToString()))
            Report(context.ReportDiagnostic, hit.Rule, ConfigurationFile.Locate(path, source, hit.Start, hit.Length));
    }

    private static void Report(Action<Diagnostic> report, Rule rule, Location location) =>
        report(Diagnostic.Create(rule.Descriptor, location, ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Key, rule.Key)));
}
