using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Lets a queue wait for messages.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LongPollingFix))]
[Shared]
public sealed class LongPollingFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new SqsShortPolling().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        const string Title = "Wait up to 20 seconds for messages";
        var twenty = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(20));
        if (site.FindOther<BaseObjectCreationExpressionSyntax>() is { } request)
        {
            yield return (Title, Initializer.Find(request, "WaitTimeSeconds") is { } existing
                ? site.Root.ReplaceNode(existing.Right, twenty.WithTriviaFrom(existing.Right))
                : site.Root.ReplaceNode(request, Initializer.Add(request, "WaitTimeSeconds", twenty)));
        }
        else if (site.Diagnostic.AdditionalLocations.Count == 0 && site.Call() is { ArgumentList.Arguments: { Count: > 0 } arguments })
        {
            var (type, usings) = site.Shorten("Amazon.SQS.Model.ReceiveMessageRequest");
            var made = SyntaxFactory.ParseExpression($"new {type} {{ QueueUrl = {arguments[0].Expression}, WaitTimeSeconds = 20 }}");
            yield return (Title, site.WithUsings(site.Root.ReplaceNode(arguments[0], SyntaxFactory.Argument(made)), usings));
        }
    }
}
