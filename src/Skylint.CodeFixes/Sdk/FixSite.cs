using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Skylint.Catalog;
using Skylint.CodeFixes.Editing;

namespace Skylint.CodeFixes.Sdk;

/// <summary>A finding and the file that it is in.</summary>
internal sealed class FixSite(SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
{
    public SyntaxNode Root => root;

    public SemanticModel Model => model;

    public Diagnostic Diagnostic => diagnostic;

    public string? Detail => diagnostic.Properties.TryGetValue(DiagnosticProperties.Detail, out var detail) ? detail : null;

    /// <summary>The smallest node of a kind that covers the underlined text.</summary>
    public T? Find<T>()
        where T : SyntaxNode => Find<T>(diagnostic.Location.SourceSpan);

    /// <summary>The smallest node of a kind that covers the second place that the finding names.</summary>
    public T? FindOther<T>()
        where T : SyntaxNode => diagnostic.AdditionalLocations.Count == 0 ? null : Find<T>(diagnostic.AdditionalLocations[0].SourceSpan);

    /// <summary>The call whose name is underlined.</summary>
    public InvocationExpressionSyntax? Call() => Find<InvocationExpressionSyntax>();

    /// <summary>The expression that waits for a call: with its await, ConfigureAwait and parentheses.</summary>
    public static ExpressionSyntax Awaited(ExpressionSyntax call)
    {
        while (true)
        {
            switch (call.Parent)
            {
                case AwaitExpressionSyntax or ParenthesizedExpressionSyntax:
                    call = (ExpressionSyntax)call.Parent;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured }:
                    call = configured;
                    break;
                default:
                    return call;
            }
        }
    }

    /// <summary>The root with usings added for the namespaces of a text that names types in full.</summary>
    public SyntaxNode WithUsings(SyntaxNode changed, IReadOnlyList<string> usings) => QualifiedText.AddUsings(changed, usings);

    public (string Text, IReadOnlyList<string> Usings) Shorten(string text) => QualifiedText.Shorten(text, model, diagnostic.Location.SourceSpan.Start, mayImport: true);

    /// <summary>The white space before a statement.</summary>
    public static string Indentation(SyntaxNode statement) =>
        statement.GetLeadingTrivia().LastOrDefault(t => t.IsKind(SyntaxKind.WhitespaceTrivia)) is { RawKind: not 0 } space ? space.ToString() : string.Empty;

    public string EndOfLine =>
        root.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found ? found.ToString() : "\n";

    /// <summary>A name like the wanted one that means nothing yet where the finding is.</summary>
    public string FreeName(string wanted)
    {
        var taken = (Find<MemberDeclarationSyntax>() ?? root).DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText).ToImmutableHashSet();
        return Enumerable.Range(1, 100).Select(i => i == 1 ? wanted : wanted + i).First(name => !taken.Contains(name) && model.LookupSymbols(diagnostic.Location.SourceSpan.Start, name: name).IsEmpty);
    }

    /// <summary>Parses statements and indents them like a statement that stands there already.</summary>
    public StatementSyntax Statement(string text, string indentation) =>
        SyntaxFactory.ParseStatement(indentation + text.Replace("\n", EndOfLine + indentation) + EndOfLine);

    private T? Find<T>(TextSpan span)
        where T : SyntaxNode => root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>();
}
