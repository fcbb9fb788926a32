using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Adds the standard resilience handler to the registration of an HTTP client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResilienceHandlerFix))]
[Shared]
public sealed class ResilienceHandlerFix : SdkFix
{
    private const string Space = "Microsoft.Extensions.DependencyInjection";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new HttpCallWithoutResilience().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Call() is not { } call)
            yield break;
        var access = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, call.WithoutTrivia(), SyntaxFactory.IdentifierName("AddStandardResilienceHandler"));
        var changed = site.Root.ReplaceNode(call, SyntaxFactory.InvocationExpression(access).WithTriviaFrom(call));
        yield return ("Add the standard resilience handler", changed);
        yield return ("Add the standard resilience handler", site.WithUsings(changed, [Space]));
    }
}
