using Amazon.SQS;

namespace Cases.SqsQueueNameAsUrl;

public static class Good
{
    public static async Task Send(IAmazonSQS sqs, string order)
    {
        var queue = await sqs.GetQueueUrlAsync("orders");
        await sqs.SendMessageAsync(queue.QueueUrl, order);
    }
}
