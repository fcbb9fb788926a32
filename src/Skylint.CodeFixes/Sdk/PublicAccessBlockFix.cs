using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Sets all four settings of a public access block.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PublicAccessBlockFix))]
[Shared]
public sealed class PublicAccessBlockFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new PublicAccessBlockWeakened().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Detail is { } flags && site.Find<BaseObjectCreationExpressionSyntax>() is { } creation)
            yield return ("Block all public access", site.Root.ReplaceNode(creation, flags.Split(';').Aggregate(creation, Set)));
    }

    private static BaseObjectCreationExpressionSyntax Set(BaseObjectCreationExpressionSyntax creation, string flag)
    {
        var yes = SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression);
        return Initializer.Find(creation, flag) is { } existing ? creation.ReplaceNode(existing.Right, yes.WithTriviaFrom(existing.Right)) : Initializer.Add(creation, flag, yes);
    }
}
