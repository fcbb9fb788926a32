using Amazon.SQS;

namespace Cases.V4NullCollectionRead;

public static class Bad
{
    public static async Task Drain(IAmazonSQS sqs, string queue)
    {
        var response = await sqs.ReceiveMessageAsync(queue);
        foreach (var message in response.Messages)
            Console.WriteLine(message.Body);
    }
}
