using Amazon.SQS;
using Amazon.SQS.Model;

namespace Cases.RuntimeResourceUntagged;

public static class Bad
{
    public static Task Create(IAmazonSQS sqs, string tenant) => sqs.CreateQueueAsync(new CreateQueueRequest
    {
        QueueName = $"inbox-{tenant}",
    });
}
