using Amazon.SQS;
using Amazon.SQS.Model;

namespace Cases.RuntimeResourceUntagged;

public static class Good
{
    public static Task Create(IAmazonSQS sqs, string tenant) => sqs.CreateQueueAsync(new CreateQueueRequest
    {
        QueueName = $"inbox-{tenant}",
        Tags = new() { ["tenant"] = tenant, ["owner"] = "messaging" },
    });
}
