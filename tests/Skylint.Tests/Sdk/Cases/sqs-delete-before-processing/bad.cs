using Amazon.SQS;
using Amazon.SQS.Model;

namespace Cases.SqsDeleteBeforeProcessing;

public static class Bad
{
    public static async Task Work(IAmazonSQS sqs, string queueUrl, List<Message> messages)
    {
        foreach (var message in messages)
        {
            await sqs.DeleteMessageAsync(queueUrl, message.ReceiptHandle);
            await Ship(message.Body);
        }
    }

    private static Task Ship(string order) => Task.CompletedTask;
}
