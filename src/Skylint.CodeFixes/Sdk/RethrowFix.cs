using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Rethrows what a catch swallowed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RethrowFix))]
[Shared]
public sealed class RethrowFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new SwallowedSdkException().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Find<CatchClauseSyntax>() is not { Block: var block } clause || block.Statements.Count > 1)
            yield break;
        if (block.Statements.Count == 1)
        {
            // It returned as if nothing had happened.
            yield return ("Rethrow", site.Root.ReplaceNode(block.Statements[0], SyntaxFactory.ParseStatement("throw;").WithTriviaFrom(block.Statements[0])));
            yield break;
        }

        var outer = clause.Parent is TryStatementSyntax @try ? FixSite.Indentation(@try) : string.Empty;
        var onOneLine = !block.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var statement = onOneLine ? SyntaxFactory.ParseStatement("throw; ") : site.Statement("throw;", outer + "    ");
        yield return ("Rethrow", site.Root.ReplaceNode(block, block.WithStatements(SyntaxFactory.SingletonList(statement))));
    }
}
