using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Removes an if statement whose only branch is for a failure that is an exception already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StatusCheckFix))]
[Shared]
public sealed class StatusCheckFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new ThrowawayStatusCheck().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        // if (response.HttpStatusCode != HttpStatusCode.OK) ..., and nothing else in the condition.
        if (site.Find<BinaryExpressionSyntax>() is { RawKind: (int)SyntaxKind.NotEqualsExpression, Parent: IfStatementSyntax { Else: null, Parent: BlockSyntax block } check } condition && check.Condition == condition
            && (condition.Left.Span == site.Diagnostic.Location.SourceSpan || condition.Right.Span == site.Diagnostic.Location.SourceSpan) && condition.ToString().EndsWith(".OK", StringComparison.Ordinal))
            yield return ("Remove the check", site.Root.ReplaceNode(block, Without(block, check)));
    }

    // The empty lines before the check go with it; a comment stays.
    private static BlockSyntax Without(BlockSyntax block, IfStatementSyntax check)
    {
        var at = block.Statements.IndexOf(check);
        var comments = check.GetLeadingTrivia().Where(t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia)).ToList();
        if (comments.Count == 0)
            return block.WithStatements(block.Statements.RemoveAt(at));
        if (at + 1 < block.Statements.Count)
        {
            var next = block.Statements[at + 1];
            return block.WithStatements(block.Statements.Replace(next, next.WithLeadingTrivia(check.GetLeadingTrivia().AddRange(next.GetLeadingTrivia().SkipWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia))))).RemoveAt(at));
        }

        return block.WithCloseBraceToken(block.CloseBraceToken.WithLeadingTrivia(check.GetLeadingTrivia().AddRange(block.CloseBraceToken.LeadingTrivia))).WithStatements(block.Statements.RemoveAt(at));
    }
}
