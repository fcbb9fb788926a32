using Amazon.SQS;
using System.Net;

namespace Cases.ThrowawayStatusCheck;

public static class Bad
{
    public static async Task<string> Send(IAmazonSQS sqs, string queueUrl, string order)
    {
        var response = await sqs.SendMessageAsync(queueUrl, order);
        if (response.HttpStatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException("The message was not sent.");
        return response.MessageId;
    }
}
