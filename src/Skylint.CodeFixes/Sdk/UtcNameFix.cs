using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Uses the property that version 4 has kept.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UtcNameFix))]
[Shared]
public sealed class UtcNameFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new V4Migration().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Detail is { } twin && site.Find<IdentifierNameSyntax>() is { } name)
            yield return ($"Use '{twin}'", site.Root.ReplaceNode(name, SyntaxFactory.IdentifierName(twin).WithTriviaFrom(name)));
    }
}
