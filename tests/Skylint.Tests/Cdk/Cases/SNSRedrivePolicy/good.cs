using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.SNSRedrivePolicy;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Subscription(scope, "Subject", new SubscriptionProps
        {
            Topic = new Topic(scope, "Orders"),
            Protocol = SubscriptionProtocol.EMAIL,
            Endpoint = "orders@example.com",
            DeadLetterQueue = new Queue(scope, "SubjectUndeliveredMessages", new QueueProps { EnforceSSL = true }),
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnSubscription(scope, "Subject", new CfnSubscriptionProps
        {
            TopicArn = "arn:aws:sns:eu-central-1:111122223333:orders",
            Protocol = "email",
            Endpoint = "orders@example.com",
            RedrivePolicy = new Dictionary<string, object> { ["deadLetterTargetArn"] = "arn:aws:sqs:eu-central-1:111122223333:undelivered" },
        });
    }
}
