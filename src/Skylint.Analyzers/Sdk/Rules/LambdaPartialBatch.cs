using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Catalog;

namespace Skylint.Sdk.Rules;

/// <summary>A function that takes a batch of records and can only succeed or fail as a whole.</summary>
internal sealed class LambdaPartialBatch : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2037",
        Key = "lambda-sqs-partial-batch",
        Title = "One bad record fails the whole batch",
        Message = "When one record of this '{0}' fails, {2}; return '{1}' with the ones that failed",
        Why = "Without a list of failures the whole batch comes back: what was already done is done twice, and one record that can never succeed drags its neighbours into the dead-letter queue. An exception that is swallowed instead loses the record.",
        Category = Category.Reliability,
        Level = Level.Info,
        FixSummary = "Collects the failures of an asynchronous SQS handler and returns them; the event source mapping then has to report batch item failures.",
        References = new() { Links = ["https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnLambdaHandler((run, context, method) =>
    {
        if (!IsOutcomeless(method) || method.Parameters.FirstOrDefault(p => Batch(p.Type.Name) is not null) is not { } batch)
            return;
        // Powertools and other batch processors do it on their own.
        if (method.GetAttributes().Any(a => a.AttributeClass?.Name.Contains("BatchProcessor") == true) || method.DeclaringSyntaxReferences.Length != 1)
            return;
        if (method.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is MethodDeclarationSyntax declaration && ProcessesRecords(declaration, batch.Name))
            SdkRun.Report(context, Rule, declaration.Identifier.GetLocation(), batch.Type.Name, Batch(batch.Type.Name)!, Swallows(declaration) ? "its error is swallowed and the record is lost" : "all of them are delivered again");
    });

    private static string? Batch(string type) => type switch
    {
        "SQSEvent" => "SQSBatchResponse",
        "KinesisEvent" or "DynamoDBEvent" => "StreamsEventResponse",
        _ => null,
    };

    private static bool IsOutcomeless(IMethodSymbol method) =>
        method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false };

    // A loop that awaits something for each record; one that only logs has nothing to fail.
    private static bool ProcessesRecords(MethodDeclarationSyntax method, string batch)
    {
        foreach (var loop in method.DescendantNodes().OfType<ForEachStatementSyntax>())
        {
            if (loop.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var name }, Name.Identifier.ValueText: "Records" } && name == batch
                && loop.Statement.DescendantNodes().Any(n => n is AwaitExpressionSyntax) && !IsProcessor(loop))
                return true;
        }

        return false;
    }

    private static bool Swallows(MethodDeclarationSyntax method) =>
        method.DescendantNodes().OfType<ForEachStatementSyntax>().Any(loop => loop.Statement.DescendantNodes().OfType<CatchClauseSyntax>().Any(c => c.Filter is null && !c.Block.DescendantNodes().Any(n => n is ThrowStatementSyntax or ThrowExpressionSyntax)));

    private static bool IsProcessor(SyntaxNode loop) => loop.DescendantTokens().Any(t => t.ValueText.Contains("BatchItemFailure") || t.ValueText.Contains("BatchProcessor"));
}
