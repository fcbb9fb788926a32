using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Observability.Generator;

namespace Skylint.Observability.CodeFixes;

/// <summary>SKY9011: registers the service behind its decorator.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RegistrationFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Diagnostics.RegisteredUndecorated.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax access } call)
            return;
        if (!context.Diagnostics[0].Properties.TryGetValue(ObservabilityAnalyzer.RegistrationProperty, out var replacement) || SyntaxFactory.ParseExpression(replacement!) is not InvocationExpressionSyntax parsed)
            return;
        var changed = call.WithExpression(access.WithName((SimpleNameSyntax)parsed.Expression)).WithArgumentList(parsed.ArgumentList.WithTrailingTrivia(call.ArgumentList.GetTrailingTrivia()));
        context.RegisterCodeFix(
            CodeAction.Create($"Use '{((SimpleNameSyntax)parsed.Expression).Identifier.ValueText}'", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(call, changed))), nameof(RegistrationFix)),
            context.Diagnostics);
    }
}
