using Amazon.CDK.AWS.SNS;
using Constructs;

namespace Cases.SNSRedrivePolicy;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Subscription(scope, "Subject", new SubscriptionProps
        {
            Topic = new Topic(scope, "Orders"),
            Protocol = SubscriptionProtocol.EMAIL,
            Endpoint = "orders@example.com",
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnSubscription(scope, "Subject", new CfnSubscriptionProps
        {
            TopicArn = "arn:aws:sns:eu-central-1:111122223333:orders",
            Protocol = "email",
            Endpoint = "orders@example.com",
        });
    }
}
