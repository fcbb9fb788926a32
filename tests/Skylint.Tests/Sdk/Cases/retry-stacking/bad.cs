using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Polly;

namespace Cases.RetryStacking;

public sealed class Bad(IAmazonDynamoDB table)
{
    private readonly AsyncRetryPolicy _retry = Policy.Handle<AmazonDynamoDBException>().WaitAndRetryAsync(5, attempt => TimeSpan.FromSeconds(attempt));

    public Task Save(PutItemRequest order) => _retry.ExecuteAsync(() => table.PutItemAsync(order));
}
