using Amazon.Lambda.Core;
using Amazon.SQS;

namespace Cases.LambdaAsyncVoid;

public static class Good
{
    public static async Task<string> Handle(IAmazonSQS sqs, string order, ILambdaContext context)
    {
        var url = await sqs.GetQueueUrlAsync("audit");
        await sqs.SendMessageAsync(url.QueueUrl, order);
        return "accepted";
    }
}
