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
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new NullCollectionRead().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Find<MemberAccessExpressionSyntax>() is not { } access || access.Span != site.Diagnostic.Location.SourceSpan)
            yield break;
        foreach (var empty in new[] { "[]", "new()" })
        {
            ExpressionSyntax safe = SyntaxFactory.BinaryExpression(
                SyntaxKind.CoalesceExpression,
                access.WithoutTrivia(),
                SyntaxFactory.Token(SyntaxKind.QuestionQuestionToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.ParseExpression(empty));
            if (access.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax)
                safe = SyntaxFactory.ParenthesizedExpression(safe);
            yield return ("Use an empty collection instead of null", site.Root.ReplaceNode(access, safe.WithTriviaFrom(access)));
        }
    }
}
