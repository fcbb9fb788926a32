using Amazon.SQS;
using Amazon.SQS.Model;

namespace Cases.SqsDeleteBeforeProcessing;

public static class Good
{
    public static async Task Work(IAmazonSQS sqs, string queueUrl, List<Message> messages)
    {
        foreach (var message in messages)
        {
            await Ship(message.Body);
            await sqs.DeleteMessageAsync(queueUrl, message.ReceiptHandle);
        }
    }

    private static Task Ship(string order) => Task.CompletedTask;
}
