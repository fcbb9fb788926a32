using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Cases.RetryStacking;

public sealed class Good(IAmazonDynamoDB table)
{
    public Task Save(PutItemRequest order) => table.PutItemAsync(order);
}
