using Amazon.SQS;

namespace Cases.SyncOverAsync;

public static class Bad
{
    public static async Task Forward(IAmazonSQS sqs, string queue, string order)
    {
        var url = sqs.GetQueueUrlAsync(queue).Result.QueueUrl;
        await sqs.SendMessageAsync(url, order);
    }
}
