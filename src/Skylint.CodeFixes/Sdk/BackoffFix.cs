using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Waits between two attempts: a random time up to a bound that doubles with each attempt.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BackoffFix))]
[Shared]
public sealed class BackoffFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new RetryWithoutBackoff().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Detail is not { } counter || site.FindOther<CatchClauseSyntax>() is not { Block: { } block })
            yield break;
        var indentation = block.Statements.Count > 0 ? FixSite.Indentation(block.Statements[0]) : FixSite.Indentation(block) + "    ";
        // Random.Shared needs .NET 6; older targets have Random as well.
        foreach (var random in new[] { "System.Random.Shared", "new System.Random()" })
        {
            var (text, usings) = site.Shorten($"await System.Threading.Tasks.Task.Delay(System.TimeSpan.FromMilliseconds({random}.Next(100 << System.Math.Min({counter}, 7))));");
            var wait = site.Statement(text, indentation);
            yield return ("Wait longer after each attempt", site.WithUsings(site.Root.ReplaceNode(block, WithLast(site, block, wait)), usings));
        }
    }

    private static BlockSyntax WithLast(FixSite site, BlockSyntax block, StatementSyntax wait)
    {
        if (block.Statements.Count > 0 || block.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
            return block.AddStatements(wait);
        // `{ }` on one line is opened up.
        return block
            .WithOpenBraceToken(block.OpenBraceToken.WithTrailingTrivia(SyntaxFactory.EndOfLine(site.EndOfLine)))
            .WithCloseBraceToken(block.CloseBraceToken.WithLeadingTrivia(SyntaxFactory.Whitespace(FixSite.Indentation(block.FirstAncestorOrSelf<TryStatementSyntax>()!))))
            .AddStatements(wait);
    }
}
