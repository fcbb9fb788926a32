using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Uses an empty collection where a response has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EmptyCollectionFix))]
[Shared]
public sealed class EmptyCollectionFix : SdkFix
{
    private const string Title = "Use an empty collection instead of null";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new NullCollectionRead().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Find<MemberAccessExpressionSyntax>() is not { } access || access.Span != site.Diagnostic.Location.SourceSpan)
            yield break;
        // Looking a key up in an empty dictionary throws just as well: what to do without the item, only the author knows.
        if (access.Parent is ElementAccessExpressionSyntax)
            yield break;
        // The first use is reported for all that follow it, so that all are mended together; else one of them would be reported next.
        var uses = Uses(access);
        foreach (var empty in new[] { "[]", "new()" })
        {
            yield return (Title, site.Root.ReplaceNodes(uses, (use, _) => Safe(use, empty)));
            if (uses.Count > 1)
                yield return (Title, site.Root.ReplaceNode(access, Safe(access, empty)));
        }
    }

    private static List<MemberAccessExpressionSyntax> Uses(MemberAccessExpressionSyntax access)
    {
        var uses = new List<MemberAccessExpressionSyntax> { access };
        var text = access.ToString();
        if (access.Expression is not IdentifierNameSyntax || access.FirstAncestorOrSelf<BlockSyntax>() is not { } block)
            return uses;
        uses.AddRange(block.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(other => other.SpanStart > access.Span.End && other.ToString() == text && IsDereferenced(other)));
        return uses;
    }

    private static bool IsDereferenced(ExpressionSyntax use) => use.Parent switch
    {
        MemberAccessExpressionSyntax member => member.Expression == use,
        ForEachStatementSyntax loop => loop.Expression == use,
        _ => false,
    };

    private static ExpressionSyntax Safe(MemberAccessExpressionSyntax access, string empty)
    {
        ExpressionSyntax safe = SyntaxFactory.BinaryExpression(
            SyntaxKind.CoalesceExpression,
            access.WithoutTrivia(),
            SyntaxFactory.Token(SyntaxKind.QuestionQuestionToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.ParseExpression(empty));
        if (access.Parent is MemberAccessExpressionSyntax)
            safe = SyntaxFactory.ParenthesizedExpression(safe);
        return safe.WithTriviaFrom(access);
    }
}
