using Amazon.SQS;
using System.Net;

namespace Cases.ThrowawayStatusCheck;

public static class Good
{
    public static async Task<string> Send(IAmazonSQS sqs, string queueUrl, string order)
    {
        var response = await sqs.SendMessageAsync(queueUrl, order);
        return response.MessageId;
    }
}
