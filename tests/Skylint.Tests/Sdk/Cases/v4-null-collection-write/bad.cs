using Amazon.SQS;
using Amazon.SQS.Model;

namespace Cases.V4NullCollectionWrite;

public static class Bad
{
    public static Task Create(IAmazonSQS sqs, string name)
    {
        var request = new CreateQueueRequest { QueueName = name };
        request.Attributes.Add("VisibilityTimeout", "120");
        return sqs.CreateQueueAsync(request);
    }
}
