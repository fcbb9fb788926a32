using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Cases.SwallowedTransactionCancel;

public static class Good
{
    public static async Task<bool> Create(IAmazonDynamoDB ddb, TransactWriteItemsRequest order)
    {
        try
        {
            await ddb.TransactWriteItemsAsync(order);
            return true;
        }
        catch (TransactionCanceledException e) when (e.CancellationReasons.Any(r => r.Code == "ConditionalCheckFailed"))
        {
            return false;
        }
    }
}
