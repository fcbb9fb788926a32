using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon EventBridge.</summary>
internal static class Events
{
    private const string Targets = "Amazon.CDK.AWS.Events.Targets.";

    // Those that can have a dead-letter queue: each takes it in its properties.
    private static readonly string[] s_targets =
    [
        .. ((string[])
        [
            "ApiDestination", "ApiGateway", "AppSync", "BatchJob", "CloudWatchLogGroup", "CodeBuildProject", "CodePipeline", "EcsTask", "EventBus",
            "KinesisStream", "LambdaFunction", "RedshiftQuery", "SfnStateMachine", "SnsTopic", "SqsQueue",
        ]).Select(name => Targets + name),
    ];

    public static readonly ConstructRule DeadLetterQueue = new()
    {
        Id = "SKY1079",
        Key = "EventBusDLQ",
        Title = "Target of an event rule has no dead-letter queue",
        Message = "{0} loses events that cannot be delivered; set DeadLetterQueue",
        Why = "EventBridge tries for a day, and not at all when the target refuses the permission. After that the event is gone without a trace, unless a queue keeps it.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References { CdkNag = ["Serverless-EventBusDLQ"] },
        CfnProperties = ["Targets"],
        Targets =
        [
            Target.Of(
                s_targets,
                Prop("DeadLetterQueue").IsSet(),
                Fix.Set("DeadLetterQueue", "new Amazon.CDK.AWS.SQS.Queue({scope}, \"{id}UndeliveredEvents\", new Amazon.CDK.AWS.SQS.QueueProps { EnforceSSL = true })", "Keep undelivered events in a new queue")),
            Target.Of("Amazon.CDK.AWS.Events.CfnRule", Prop("Targets").Each(Prop("DeadLetterConfig").IsSet())),
        ],
    };

    public static readonly ConstructRule OpenAccess = new()
    {
        Id = "SKY1080",
        Key = "EventBusOpenAccess",
        Title = "Everybody may send events to the bus",
        Message = "{0} lets every AWS account send events to the bus; name the accounts, or add a condition such as aws:PrincipalOrgID",
        Why = "A principal of * is the whole world. Whoever knows the name of the bus can send events that your rules take for your own.",
        NoFix = "Who may send events is a decision that only the owner of the bus can make.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { CdkNag = ["AwsSolutions-EVB1"], SecurityHub = ["EventBridge.3"], Sonar = ["S6270"], Cwe = ["CWE-284"] },
        CfnProperties = ["Principal", "Condition", "Statement"],
        Targets =
        [
            // A PolicyStatement that is given to an L2 is judged where it is made, like those of all other services.
            Target.Of("Amazon.CDK.AWS.Events.CfnEventBusPolicy", AllOf(
                AnyOf(Prop("Principal").IsNot("*"), Prop("Condition").IsSet()),
                Prop("Statement").Has(That(IsRestricted)))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [DeadLetterQueue, OpenAccess];

    private static Verdict IsRestricted(Value json, Construct policy)
    {
        if (json is not MapValue)
            return json is UnsetValue or NullValue ? Outcome.Satisfied : Outcome.Unknown;
        var statement = Statement.OfJson(json, policy);
        if (statement is not { IsAllow: true, HasConditions: false })
            return statement.IsAllow is null || statement.HasConditions is null ? Outcome.Unknown : Outcome.Satisfied;
        return statement.Principals.Any(principal => Statement.TextOf(principal) == "*") ? Outcome.Violated : Outcome.Satisfied;
    }
}
