using Amazon.Lambda.Core;
using Amazon.SQS;

namespace Cases.ClientCreatedPerCall;

public static class Good
{
    private static readonly AmazonSQSClient _sqs = new();

    public static async Task Handle(string order, ILambdaContext context)
    {
        await _sqs.SendMessageAsync(Environment.GetEnvironmentVariable("QUEUE_URL"), order);
    }
}
