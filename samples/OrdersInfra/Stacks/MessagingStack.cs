using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Amazon.CDK.AWS.SQS;
using Constructs;
using OrdersInfra.Shared;

namespace OrdersInfra.Stacks;

/// <summary>Queues between the parts of the system, and topics for everybody else.</summary>
public sealed class MessagingStack : Stack
{
    private static readonly string[] Events = ["placed", "paid", "shipped"];

    public MessagingStack(Construct scope, string id, SecurityStack security)
        : base(scope, id)
    {
        DeadLetters = new Queue(this, "DeadLetters", new QueueProps
        {
            Encryption = QueueEncryption.SQS_MANAGED,
            EnforceSSL = true,
            RetentionPeriod = Duration.Days(14),
        });

        Placed = new Queue(this, "PlacedQueue", Defaults.Queue(security.MessageKey, DeadLetters));
        Paid = new Queue(this, "PaidQueue", Defaults.Queue(security.MessageKey, DeadLetters));

        Mails = new Queue(this, "MailsQueue", new QueueProps
        {
            EnforceSSL = true,
            VisibilityTimeout = Duration.Seconds(30),
        });

        Exports = new Queue(this, "ExportsQueue", new QueueProps
        {
            QueueName = "orders-exports",
            DeadLetterQueue = new DeadLetterQueue { Queue = DeadLetters, MaxReceiveCount = 3 },
        });

        foreach (var name in Events)
        {
            var topic = new Topic(this, $"{name}-events", new TopicProps { DisplayName = $"Order {name}" });
            topic.AddSubscription(new SqsSubscription(Mails));
        }

        Announcements = new Topic(this, "Announcements", new TopicProps { MasterKey = security.MessageKey });
        Announcements.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["sns:Subscribe"],
            Principals = [new AnyPrincipal()],
            Resources = [Announcements.TopicArn],
        }));
    }

    public IQueue DeadLetters { get; }

    public IQueue Placed { get; }

    public IQueue Paid { get; }

    public IQueue Mails { get; }

    public IQueue Exports { get; }

    public ITopic Announcements { get; }
}
