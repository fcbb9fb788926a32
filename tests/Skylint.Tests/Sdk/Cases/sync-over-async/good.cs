using Amazon.SQS;

namespace Cases.SyncOverAsync;

public static class Good
{
    public static async Task Forward(IAmazonSQS sqs, string queue, string order)
    {
        var url = (await sqs.GetQueueUrlAsync(queue)).QueueUrl;
        await sqs.SendMessageAsync(url, order);
    }
}
