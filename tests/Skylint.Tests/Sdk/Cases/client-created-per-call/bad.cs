using Amazon.Lambda.Core;
using Amazon.SQS;

namespace Cases.ClientCreatedPerCall;

public static class Bad
{
    public static async Task Handle(string order, ILambdaContext context)
    {
        var sqs = new AmazonSQSClient();
        await sqs.SendMessageAsync(Environment.GetEnvironmentVariable("QUEUE_URL"), order);
    }
}
