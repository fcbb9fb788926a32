using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Sends as many requests at a time as there are processors, where nobody needs what they give.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParallelForEachFix))]
[Shared]
public sealed class ParallelForEachFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new UnboundedParallel().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        // await Task.WhenAll(items.Select(item => client.SendAsync(item)));
        if (site.Call() is not { ArgumentList.Arguments: { Count: 1 } arguments } call || FixSite.Awaited(call) is not { Parent: ExpressionStatementSyntax } awaited || awaited == call)
            yield break;
        if (arguments[0].Expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" } select, ArgumentList.Arguments: { Count: 1 } selectors } || ParameterOf(selectors[0].Expression) is not { } parameter)
            yield break;
        var lambda = (LambdaExpressionSyntax)selectors[0].Expression;
        var isAsync = lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
        // A block without await gives its task back; what it would have to become is more than a change of its head.
        if (!isAsync && lambda.Body is BlockSyntax)
            yield break;
        var body = isAsync ? lambda.Body.ToFullString() : "await " + lambda.Body.ToFullString();
        var (type, usings) = site.Shorten("System.Threading.Tasks.Parallel");
        var loop = SyntaxFactory.ParseExpression($"{type}.ForEachAsync({select.Expression}, async ({parameter}, _) =>{(lambda.Body is BlockSyntax ? lambda.ArrowToken.TrailingTrivia.ToFullString() : " ")}{body})").WithTriviaFrom(call);
        yield return ("Use 'Parallel.ForEachAsync'", site.WithUsings(site.Root.ReplaceNode(call, loop), usings));
    }

    private static string? ParameterOf(ExpressionSyntax selector) => selector switch
    {
        SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: not "_" } simple => simple.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } parameters } when parameters[0].Type is null => parameters[0].Identifier.ValueText,
        _ => null,
    };
}
