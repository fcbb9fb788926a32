using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon SQS.</summary>
internal static class Sqs
{
    private static readonly Requirement s_isDeadLetterQueue = AnyOf(
        IsNamed("dlq", "deadletter", "dead-letter", "dead_letter"),
        AssignedTo("DeadLetterQueue", "Dlq", "OnFailure", "DeadLetterTargetArn", "DeadLetterConfig"),
        UsedBy("Amazon.CDK.AWS.SQS.DeadLetterQueue", "Amazon.CDK.AWS.Lambda.EventSources.SqsDlq", "Amazon.CDK.AWS.Lambda.Destinations.SqsDestination"));

    public static readonly ConstructRule DeadLetterQueue = new()
    {
        Id = "SKY1003",
        Key = "SQSQueueDLQ",
        Title = "Queue has no dead-letter queue",
        Message = "{0} has no dead-letter queue; set DeadLetterQueue",
        Why = "A message that cannot be processed returns to the queue until it expires: it blocks a FIFO group, costs money with every attempt and is lost in the end without a trace.",
        Category = Category.Reliability,
        Level = Level.Warning,
        References = new References { CdkNag = ["AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy"] },
        CfnProperties = ["RedrivePolicy"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.SQS.Queue",
                AnyOf(Prop("DeadLetterQueue").IsSet(), s_isDeadLetterQueue),
                Fix.Set(
                    "DeadLetterQueue",
                    "new Amazon.CDK.AWS.SQS.DeadLetterQueue { MaxReceiveCount = 3, Queue = new Amazon.CDK.AWS.SQS.Queue({scope}, \"{id}DeadLetters\", new Amazon.CDK.AWS.SQS.QueueProps { EnforceSSL = true }) }",
                    "Add a dead-letter queue after three attempts")),
            Target.Of("Amazon.CDK.AWS.SQS.CfnQueue", AnyOf(Prop("RedrivePolicy").IsSet(), Prop("RedriveAllowPolicy").IsSet(), s_isDeadLetterQueue)),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [DeadLetterQueue];
}
