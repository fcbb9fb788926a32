using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Puts the items of all pages into a list, where the code wants a list: it returns them, counts them, or reads them in several places.</summary>
internal static class PaginatorList
{
    /// <summary>
    /// <c>var response = await client.ListAsync(request);</c> becomes a list that a loop over the paginator fills, and <c>response.Items</c> becomes that
    /// list. Null when anything else of the response is used.
    /// </summary>
    public static SyntaxNode? Collect(FixSite site, InvocationExpressionSyntax call, string paginator)
    {
        if (FixSite.Awaited(call).Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block, UsingKeyword.RawKind: 0 } declaration } } declarator })
            return null;
        var uses = block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == declarator.Identifier.ValueText && n.SpanStart > declaration.Span.End).ToList();
        var reads = uses.Select(u => u.Parent as MemberAccessExpressionSyntax).ToList();
        if (uses.Count == 0 || reads.Any(r => r is null || r.Expression is not IdentifierNameSyntax) || reads.Select(r => r!.Name.Identifier.ValueText).Distinct().Count() != 1)
            return null;
        var member = reads[0]!.Name.Identifier.ValueText;
        if (site.Model.GetTypeInfo(reads[0]!).Type is not INamedTypeSymbol { Name: "List", TypeArguments.Length: 1 } list)
            return null;
        var name = site.FreeName(char.ToLowerInvariant(member[0]) + member.Substring(1));
        var one = site.FreeName("item");
        var page = site.FreeName("page");
        var item = list.TypeArguments[0].ToMinimalDisplayString(site.Model, declaration.SpanStart);
        // Some paginators give the items, some only the pages.
        var hasItems = PaginatorOf(site, call)?.GetMembers(member).Any() == true;
        var (shortened, usings) = site.Shorten($"var {name} = new System.Collections.Generic.List<{item}>();");
        var (loop, more) = site.Shorten(hasItems
            ? $"await foreach (var {one} in {paginator}.{member}{Cancellation(call)})\n    {name}.Add({one});"
            : $"await foreach (var {page} in {paginator}.Responses{Cancellation(call)})\n    {name}.AddRange({page}.{member} ?? []);");
        var indentation = FixSite.Indentation(declaration);
        var made = site.Statement(shortened, indentation).WithLeadingTrivia(declaration.GetLeadingTrivia());
        var filled = site.Statement(loop, indentation).WithTrailingTrivia(declaration.GetTrailingTrivia());
        var changed = block.ReplaceNodes(reads.Select(r => r!), (read, _) => SyntaxFactory.IdentifierName(name).WithTriviaFrom(read));
        var at = block.Statements.IndexOf(declaration);
        changed = changed.WithStatements(changed.Statements.RemoveAt(at).InsertRange(at, [made, filled]));
        return site.WithUsings(site.Root.ReplaceNode(block, changed), [.. usings.Concat(more).Distinct()]);
    }

    /// <summary>How the token of a call is handed on to the loop over its paginator.</summary>
    public static string Cancellation(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count > 1 ? $".WithCancellation({call.ArgumentList.Arguments[1].Expression})" : string.Empty;

    private static ITypeSymbol? PaginatorOf(FixSite site, InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax access || site.Model.GetTypeInfo(access.Expression).Type is not { } client)
            return null;
        var operation = access.Name.Identifier.ValueText.Substring(0, access.Name.Identifier.ValueText.Length - "Async".Length);
        foreach (var type in client.AllInterfaces.Append(client))
        {
            if (type.GetMembers("Paginators").OfType<IPropertySymbol>().FirstOrDefault()?.Type.GetMembers(operation).OfType<IMethodSymbol>().FirstOrDefault() is { } factory)
                return factory.ReturnType;
        }

        return null;
    }
}
