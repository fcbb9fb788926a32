using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Makes a DynamoDB context that does not ask for the table's definition.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContextBuilderFix))]
[Shared]
public sealed class ContextBuilderFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new ImplicitDescribeTable().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Find<BaseObjectCreationExpressionSyntax>() is not { Initializer: null } creation || creation.ArgumentList?.Arguments is not { Count: <= 1 } arguments)
            yield break;
        var isClient = arguments.Count == 1 && site.Model.GetTypeInfo(arguments[0].Expression).Type is { Name: "IAmazonDynamoDB" or "AmazonDynamoDBClient" };
        if (arguments.Count == 1 && !isClient)
            yield break;
        if (site.Detail == "builder")
        {
            var (builder, usings) = site.Shorten("Amazon.DynamoDBv2.DataModel.DynamoDBContextBuilder");
            var client = isClient ? $".WithDynamoDBClient(() => {arguments[0].Expression})" : string.Empty;
            yield return ("Use 'DynamoDBContextBuilder'", site.WithUsings(site.Root.ReplaceNode(creation, SyntaxFactory.ParseExpression($"new {builder}(){client}.Build()").WithTriviaFrom(creation)), usings));
        }
        else
        {
            var (config, usings) = site.Shorten("Amazon.DynamoDBv2.DataModel.DynamoDBContextConfig");
            var added = creation.ArgumentList.AddArguments(SyntaxFactory.Argument(SyntaxFactory.ParseExpression($"new {config} {{ DisableFetchingTableMetadata = true }}")));
            yield return ("Set 'DisableFetchingTableMetadata'", site.WithUsings(site.Root.ReplaceNode(creation, creation.WithArgumentList(added.NormalizeWhitespace())), usings));
        }
    }
}
