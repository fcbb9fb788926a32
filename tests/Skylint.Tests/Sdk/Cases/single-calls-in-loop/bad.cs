using Amazon.SQS;
using Amazon.SQS.Model;

namespace Cases.SingleCallsInLoop;

public static class Bad
{
    public static async Task Send(IAmazonSQS sqs, string queueUrl, IReadOnlyList<string> orders)
    {
        foreach (var order in orders)
            await sqs.SendMessageAsync(queueUrl, order);
    }
}
