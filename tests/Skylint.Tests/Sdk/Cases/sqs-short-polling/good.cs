using Amazon.SQS;
using Amazon.SQS.Model;

namespace Cases.SqsShortPolling;

public static class Good
{
    public static async Task Pump(IAmazonSQS sqs, string queue, Func<Message, Task> handle, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var response = await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = queue, WaitTimeSeconds = 20 }, stop);
            foreach (var message in response.Messages ?? [])
                await handle(message);
        }
    }
}
