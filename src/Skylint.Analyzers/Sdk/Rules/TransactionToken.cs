using Microsoft.CodeAnalysis;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A transaction that is sent again as a new one.</summary>
internal sealed class TransactionToken : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2082",
        Key = "transactional-idempotency",
        Title = "Transaction is repeated without a token",
        Message = "Each turn of the loop sends '{0}' under a new token, so that what has succeeded can be done twice; set 'ClientRequestToken' once for all attempts",
        Why = "After a timeout nobody knows whether the transaction went through. With the same token DynamoDB answers the second attempt from the first; the SDK makes a token of its own for each call, which covers its own retries only.",
        Category = Category.Reliability,
        Level = Level.Off,
        NoFix = "The token has to be the same for all attempts of one transaction and another for the next, so that where it is made is part of the design.",
        References = new() { Links = ["https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnCatch((run, context, clause) =>
    {
        if (RetryLoop.Of(clause, run.Sdk) is { Call: { Service: "DynamoDBv2", Name: "TransactWriteItems" or "ExecuteTransaction" } call } && call.Facts(run.Sdk)?.IsUnset("ClientRequestToken") == true)
            SdkRun.Report(context, Rule, call.NameLocation, call.Name);
    });
}
