using Amazon.SQS;

namespace Cases.SwallowedSdkException;

public static class Good
{
    public static async Task Publish(IAmazonSQS sqs, string queue, string order)
    {
        try
        {
            await sqs.SendMessageAsync(queue, order);
        }
        catch (AmazonSQSException)
        {
            throw;
        }
    }
}
