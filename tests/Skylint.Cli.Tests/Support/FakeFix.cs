using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.Cli.Tests.Support;

/// <summary>Replaces the name of the called method, and adds a line before the call so that line ends can be looked at.</summary>
public sealed class FakeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [FakeRules.Danger.Id, FakeRules.Unfixable.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var diagnostic = context.Diagnostics[0];
        var name = diagnostic.Id == FakeRules.Danger.Id ? "Safe" : "Missing";
        context.RegisterCodeFix(CodeAction.Create($"Call {name}", token => RenameAsync(context.Document, diagnostic, name, token), name), diagnostic);
        context.RegisterCodeFix(CodeAction.Create("Second choice", token => RenameAsync(context.Document, diagnostic, "Second", token), "second"), diagnostic);
        return Task.CompletedTask;
    }

    private static async Task<Document> RenameAsync(Document document, Diagnostic diagnostic, string name, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken))!;
        var call = (InvocationExpressionSyntax)root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var old = (IdentifierNameSyntax)((MemberAccessExpressionSyntax)call.Expression).Name;
        var renamed = SyntaxFactory.IdentifierName(name).WithTriviaFrom(old);
        var arguments = call.ArgumentList.WithOpenParenToken(call.ArgumentList.OpenParenToken.WithTrailingTrivia(SyntaxFactory.EndOfLine("\n"), SyntaxFactory.Whitespace("            ")));
        return document.WithSyntaxRoot(root.ReplaceNode(call, call.ReplaceNode(old, renamed).WithArgumentList(arguments)));
    }
}
