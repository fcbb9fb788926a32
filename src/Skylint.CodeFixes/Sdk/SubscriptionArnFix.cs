using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Asks for the ARN of a subscription before it is confirmed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SubscriptionArnFix))]
[Shared]
public sealed class SubscriptionArnFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new SubscriptionArn().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.FindOther<BaseObjectCreationExpressionSyntax>() is { } request)
            yield return ("Ask for the ARN", site.Root.ReplaceNode(request, Initializer.Add(request, "ReturnSubscriptionArn", SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression))));
    }
}
