using System.Diagnostics;
using System.Threading.Tasks;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Cases.ActivityEndsBeforeTask;

public static class Bad
{
    private static readonly ActivitySource Source = new("orders");

    public static Task<SendMessageResponse> Send(IAmazonSQS sqs, SendMessageRequest request)
    {
        using var activity = Source.StartActivity("send order");
        return sqs.SendMessageAsync(request);
    }
}
