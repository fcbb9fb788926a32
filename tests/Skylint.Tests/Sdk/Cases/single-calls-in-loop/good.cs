using Amazon.SQS;
using Amazon.SQS.Model;

namespace Cases.SingleCallsInLoop;

public static class Good
{
    public static async Task Send(IAmazonSQS sqs, string queueUrl, IReadOnlyList<string> orders)
    {
        foreach (var part in orders.Chunk(10))
        {
            var entries = part.Select((order, i) => new SendMessageBatchRequestEntry(i.ToString(), order)).ToList();
            var response = await sqs.SendMessageBatchAsync(queueUrl, entries);
            if (response.Failed is { Count: > 0 })
                throw new InvalidOperationException($"{response.Failed.Count} orders were not sent.");
        }
    }
}
