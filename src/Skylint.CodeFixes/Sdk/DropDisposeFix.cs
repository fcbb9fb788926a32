using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Leaves a client to its owner.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropDisposeFix))]
[Shared]
public sealed class DropDisposeFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new InjectedClientDisposed().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Find<ExpressionStatementSyntax>() is { Parent: BlockSyntax } statement)
            yield return ("Leave the client to its owner", site.Root.RemoveNode(statement, SyntaxRemoveOptions.KeepExteriorTrivia & ~SyntaxRemoveOptions.KeepTrailingTrivia & ~SyntaxRemoveOptions.KeepLeadingTrivia));
    }
}
