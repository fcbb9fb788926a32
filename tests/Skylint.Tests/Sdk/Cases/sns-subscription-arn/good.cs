using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;

namespace Cases.SnsSubscriptionArn;

public static class Good
{
    public static async Task<string> Subscribe(IAmazonSimpleNotificationService sns, string topic, string address)
    {
        var response = await sns.SubscribeAsync(new SubscribeRequest { TopicArn = topic, Protocol = "https", Endpoint = address, ReturnSubscriptionArn = true });
        return response.SubscriptionArn;
    }
}
