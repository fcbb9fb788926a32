using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Reads a list with the client's paginator instead of one page of it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PaginatorFix))]
[Shared]
public sealed class PaginatorFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new UnpaginatedList().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        const string Title = "Read all pages with the paginator";
        if (site.Call() is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } access } call || !method.EndsWith("Async", StringComparison.Ordinal)
            || Paginator(site, call, access, method.Substring(0, method.Length - "Async".Length)) is not { } paginator)
            yield break;
        yield return (Title, Inline(site, call, paginator) ?? Local(site, call, paginator));
        yield return (Title, PaginatorList.Collect(site, call, paginator));
    }

    // foreach (var o in (await client.ListAsync(request)).Items)
    private static SyntaxNode? Inline(FixSite site, InvocationExpressionSyntax call, string paginator) =>
        FixSite.Awaited(call).Parent is MemberAccessExpressionSyntax { Parent: ForEachStatementSyntax loop } items && loop.Expression == items
            ? site.Root.ReplaceNode(loop, All(loop, paginator, items, call))
            : null;

    // var response = await client.ListAsync(request); foreach (var o in response.Items)
    private static SyntaxNode? Local(FixSite site, InvocationExpressionSyntax call, string paginator)
    {
        if (FixSite.Awaited(call).Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } declaration } } declarator })
            return null;
        var uses = block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == declarator.Identifier.ValueText).ToList();
        if (uses.Count != 1 || uses[0].Parent is not MemberAccessExpressionSyntax items)
            return null;
        // The page may be guarded against null; the paginator needs no guard.
        ExpressionSyntax collection = items;
        if (collection.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce)
            collection = coalesce;
        if (collection.Parent is not ForEachStatementSyntax loop || loop.Expression != collection || block.Statements.IndexOf(loop) != block.Statements.IndexOf(declaration) + 1)
            return null;
        var all = All(loop, paginator, items, call).WithLeadingTrivia(declaration.GetLeadingTrivia());
        return site.Root.ReplaceNode(block, block.WithStatements(block.Statements.Replace(loop, all).RemoveAt(block.Statements.IndexOf(declaration))));
    }

    private static ForEachStatementSyntax All(ForEachStatementSyntax loop, string paginator, MemberAccessExpressionSyntax items, InvocationExpressionSyntax call)
    {
        var cancellation = PaginatorList.Cancellation(call);
        return loop
            .WithoutLeadingTrivia()
            .WithAwaitKeyword(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithExpression(SyntaxFactory.ParseExpression($"{paginator}.{items.Name}{cancellation}").WithTriviaFrom(loop.Expression))
            .WithLeadingTrivia(loop.GetLeadingTrivia());
    }

    private static string? Paginator(FixSite site, InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, string operation)
    {
        if (call.ArgumentList.Arguments.Count == 0 && site.Model.GetSymbolInfo(call).Symbol is IMethodSymbol method)
            return $"{access.Expression.WithoutTrivia()}.Paginators.{operation}(new {method.ContainingNamespace.ToDisplayString()}.Model.{operation}Request())";
        if (call.ArgumentList.Arguments.Count is 0 or > 2 || call.ArgumentList.Arguments[0].Expression is not { } request)
            return null;
        if (site.Model.GetTypeInfo(request).Type is not { Name: var type } || type != operation + "Request")
            return null;
        return $"{access.Expression.WithoutTrivia()}.Paginators.{operation}({request.WithoutTrailingTrivia()})";
    }
}
