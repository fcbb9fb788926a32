using Amazon.SQS;
using Amazon.SQS.Model;

namespace Cases.SqsNeverDeleted;

public sealed class Good(IAmazonSQS sqs)
{
    public async Task Run(string queueUrl, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var response = await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = queueUrl, WaitTimeSeconds = 20 }, stop);
            foreach (var message in response.Messages ?? [])
            {
                await Ship(message.Body);
                await sqs.DeleteMessageAsync(queueUrl, message.ReceiptHandle, stop);
            }
        }
    }

    private static Task Ship(string order) => Task.CompletedTask;
}
