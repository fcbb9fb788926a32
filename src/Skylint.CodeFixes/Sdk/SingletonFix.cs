using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Registers a client as a singleton.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SingletonFix))]
[Shared]
public sealed class SingletonFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new ClientLifetime().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Detail is { } method && site.Root.FindNode(site.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<SimpleNameSyntax>() is { } name)
            yield return ("Register as a singleton", site.Root.ReplaceToken(name.Identifier, SyntaxFactory.Identifier(method).WithTriviaFrom(name.Identifier)));
    }
}
