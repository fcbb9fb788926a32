using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Leaves a region or credentials out: of the arguments of a client, or of a configuration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegionFix))]
[Shared]
public sealed class RegionFix : SdkFix
{
    private static readonly string s_anonymous = new AnonymousCredentials().Rule.Id;

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new HardcodedRegion().Rule.Id, s_anonymous);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        var isRegion = site.Diagnostic.Id != s_anonymous;
        var title = isRegion ? "Leave the region out" : "Leave the credentials out";
        if (site.Find<ArgumentSyntax>() is { Parent: ArgumentListSyntax list } argument && argument.Span == site.Diagnostic.Location.SourceSpan)
            yield return (title, site.Root.ReplaceNode(list, list.WithArguments(list.Arguments.Remove(argument))));
        else if (isRegion)
            yield return (title, SettingFix.Remove(site));
    }
}
