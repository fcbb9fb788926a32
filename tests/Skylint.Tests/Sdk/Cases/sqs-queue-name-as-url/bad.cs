using Amazon.SQS;

namespace Cases.SqsQueueNameAsUrl;

public static class Bad
{
    public static Task Send(IAmazonSQS sqs, string order) => sqs.SendMessageAsync("orders", order);
}
