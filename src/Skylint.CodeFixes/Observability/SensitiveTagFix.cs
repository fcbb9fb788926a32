using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Sdk;
using Skylint.Observability;

namespace Skylint.CodeFixes.Observability;

/// <summary>SKY4007: removes the call; in a chain of calls, only its link.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SensitiveTagFix))]
[Shared]
public sealed class SensitiveTagFix : SdkFix
{
    private const string Title = "Do not record the value";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ObservabilityRules.SensitiveTag.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Call() is not { } call)
            yield break;

        if (call.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax or MemberBindingExpressionSyntax } chain)
            yield return (Title, site.Root.ReplaceNode(call, chain.Expression.WithTrailingTrivia(call.GetTrailingTrivia())));
        else if (call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } && call.Expression is MemberAccessExpressionSyntax first)
            yield return (Title, site.Root.ReplaceNode(call, first.Expression.WithTrailingTrivia(call.GetTrailingTrivia())));

        // activity?.SetTag(...) is one expression with the question mark.
        ExpressionSyntax whole = call.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == call ? access : call;
        if (whole.Parent is ExpressionStatementSyntax { Parent: BlockSyntax } statement)
            yield return (Title, site.Root.RemoveNode(statement, SyntaxRemoveOptions.KeepUnbalancedDirectives));
    }
}
