using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Leaves a region out: of the arguments of a client, or of a configuration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegionFix))]
[Shared]
public sealed class RegionFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new HardcodedRegion().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        const string Title = "Leave the region out";
        if (site.Find<ArgumentSyntax>() is { Parent: ArgumentListSyntax list } argument && argument.Span == site.Diagnostic.Location.SourceSpan)
            yield return (Title, site.Root.ReplaceNode(list, list.WithArguments(list.Arguments.Remove(argument))));
        else
            yield return (Title, SettingFix.Remove(site));
    }
}
