using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about how AWS Lambda functions get their events, who may send them, and what becomes of those that fail.</summary>
internal static class LambdaEvents
{
    private const string CfnFunction = "Amazon.CDK.AWS.Lambda.CfnFunction";
    private const string Sources = "Amazon.CDK.AWS.Lambda.EventSources.";

    // The queue's own default, and the function's, in seconds.
    private const double DefaultVisibility = 30;
    private const double DefaultTimeout = 3;

    private const string EveryFunction = "every_function";

    private const string WhereTo = "Where failed events go, and who looks at them, is a decision that only the owner can make.";

    private static readonly string[] s_polled = ["SqsEventSource", "KinesisEventSource", "DynamoEventSource", "ManagedKafkaEventSource", "SelfManagedKafkaEventSource"];

    private static readonly Requirement s_isNarrowed = AnyOf(
        Prop("Principal").Test(principal => IsEveryone(principal) switch { true => Outcome.Violated, false => Outcome.Satisfied, null => Outcome.Unknown }, Default.Unknown),
        Prop("OrganizationId").IsSet(),
        Prop("SourceAccount").IsSet(),
        Prop("SourceArn").IsSet());

    // Who calls these functions waits for the answer, or keeps the event and tries again.
    private static readonly Requirement s_isCalledSynchronously = AnyOf(
        UsedBy(
            "Amazon.CDK.AWS.APIGateway.LambdaIntegration", "Amazon.CDK.AWS.APIGateway.LambdaRestApi", "Amazon.CDK.AWS.Apigatewayv2.CfnIntegration",
            "Amazon.CDK.AwsApigatewayv2Integrations.HttpLambdaIntegration", "Amazon.CDK.AwsApigatewayv2Integrations.WebSocketLambdaIntegration",
            "Amazon.CDK.AWS.StepFunctions.Tasks.LambdaInvoke", "Amazon.CDK.AWS.StepFunctions.Tasks.LambdaInvokeProps", "Amazon.CDK.AWS.ElasticLoadBalancingV2.Targets.LambdaTarget",
            "Amazon.CDK.CustomResources.Provider", "Amazon.CDK.CustomResources.ProviderProps"),
        CallsWith("AddEventSource", Prop("source").Test(source => source is ObjectValue { Type.Name: { } name } ? s_polled.Contains(name) ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown, Default.Violates)));

    public static readonly ConstructRule DeadLetters = new()
    {
        Id = "SKY1136",
        Key = "LambdaDLQ",
        Title = "Failed events of a function are lost",
        Message = "Events that {0} cannot process are lost; set DeadLetterQueueEnabled = true, or OnFailure",
        Why = "An event that is sent without waiting is tried three times and then dropped. A queue keeps it, so that somebody can see what failed and send it again.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-LambdaDLQ", "NIST.800.53.R5-LambdaDLQ", "Serverless-LambdaDLQ"],
            Checkov = ["CKV_AWS_116"],
            Guard = ["LAMBDA_DLQ_CHECK"],
        },
        Options =
        [
            new RuleOption(EveryFunction, "false", "Also report functions whose callers wait for the answer or keep the event and try again: APIs, state machines, queues, streams; as cdk-nag does.")
            {
                CdkNag = ["HIPAA.Security-LambdaDLQ", "NIST.800.53.R5-LambdaDLQ", "Serverless-LambdaDLQ"],
            },
        ],
        CfnProperties = ["DeadLetterConfig"],
        Targets =
        [
            Target.Of(
                Lambda.Functions,
                AnyOf(
                    Prop("DeadLetterQueueEnabled").IsTrue(),
                    Prop("DeadLetterQueue").IsSet(),
                    Prop("DeadLetterTopic").IsSet(),
                    Prop("OnFailure").IsSet(),
                    CallsWith("ConfigureAsyncInvoke", Prop("options.OnFailure").IsSet()),
                    UsedBy("Amazon.CDK.AWS.Lambda.EventInvokeConfig", "Amazon.CDK.AWS.Lambda.CfnEventInvokeConfig"),
                    AllOf(s_isCalledSynchronously, Not(IsRequested(() => DeadLetters!, EveryFunction)))),
                Fix.Set("DeadLetterQueueEnabled", "true", "Keep failed events in a queue")),
            Target.Of(CfnFunction, AnyOf(Prop("DeadLetterConfig.TargetArn").IsSet(), UsedBy("Amazon.CDK.AWS.Lambda.CfnEventInvokeConfig", "Amazon.CDK.AWS.Lambda.CfnEventSourceMapping"))),
        ],
    };

    public static readonly ConstructRule AsyncFailures = new()
    {
        Id = "SKY1137",
        Key = "LambdaAsyncFailureDestination",
        Title = "Failed asynchronous calls go nowhere",
        Message = "{0} says how often to try and not where failed events go; set OnFailure",
        Why = "When the retries are used up, or the event is too old, it is dropped. A destination gets it together with the error, which a dead-letter queue does not.",
        NoFix = WhereTo,
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References { CdkNag = ["Serverless-LambdaAsyncFailureDestination"] },
        CfnProperties = ["DestinationConfig"],
        Targets =
        [
            Target.Of("Amazon.CDK.AWS.Lambda.EventInvokeConfig", Prop("OnFailure").IsSet()),
            Target.Call("Amazon.CDK.AWS.Lambda.IFunction", "ConfigureAsyncInvoke", Prop("options.OnFailure").IsSet()),
            Target.Of("Amazon.CDK.AWS.Lambda.CfnEventInvokeConfig", Prop("DestinationConfig.OnFailure.Destination").IsSet()),
        ],
    };

    public static readonly ConstructRule StreamFailures = new()
    {
        Id = "SKY1138",
        Key = "LambdaEventSourceMappingDestination",
        Title = "Failed records of a stream go nowhere",
        Message = "{0} has no destination for records that fail; set OnFailure",
        Why = "A record that cannot be processed holds up its shard until it expires, and then it is gone with all that came after it. A destination says where it was, and the stream goes on.",
        NoFix = WhereTo,
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References { CdkNag = ["Serverless-LambdaEventSourceMappingDestination"] },
        CfnProperties = ["DestinationConfig"],
        Targets =
        [
            Target.Of([Sources + "KinesisEventSource", Sources + "DynamoEventSource", Sources + "ManagedKafkaEventSource", Sources + "SelfManagedKafkaEventSource"], Prop("OnFailure").IsSet()),
            // Only streams have a position to start from; a queue has a redrive policy instead.
            Target.Of("Amazon.CDK.AWS.Lambda.EventSourceMapping", When(Prop("StartingPosition").IsSet(), Prop("OnFailure").IsSet())),
            Target.Call("Amazon.CDK.AWS.Lambda.IFunction", "AddEventSourceMapping", When(Prop("options.StartingPosition").IsSet(), Prop("options.OnFailure").IsSet())),
            Target.Of("Amazon.CDK.AWS.Lambda.CfnEventSourceMapping", When(Prop("StartingPosition").IsSet(), Prop("DestinationConfig.OnFailure.Destination").IsSet())),
        ],
    };

    public static readonly ConstructRule QueueVisibility = new()
    {
        Id = "SKY1139",
        Key = "LambdaEventSourceSQSVisibilityTimeout",
        Title = "Messages return to the queue while they are processed",
        Message = "{0} may run for {1} s, and the queue hands its messages out again before six times that; raise VisibilityTimeout of the queue",
        Why = "A message that is still being processed becomes visible again and is processed a second time. Lambda also needs time for its own retries when it is throttled: AWS recommends six times the function's timeout, and refuses less than once.",
        NoFix = "Either the queue's visibility timeout or the function's timeout may be the one to change.",
        Category = Category.Reliability,
        Level = Level.Info,
        Targets =
        [
            Target.Call("Amazon.CDK.AWS.Lambda.IFunction", "AddEventSource", That((arguments, call) =>
                call.Cdk.Resolver.Member(arguments, "source") is ObjectValue { Type.Name: "SqsEventSource" } source && source.Arguments.TryGetValue("queue", out var queue)
                    ? Waits(call.Cdk.Resolver.Member(arguments, "this"), queue, call)
                    : Verdict.Unknown)),
            Target.Of("Amazon.CDK.AWS.Lambda.EventSourceMapping", That((props, mapping) => Waits(mapping.Cdk.Resolver.Member(props, "Target"), OwnerOf(mapping.Cdk.Resolver.Member(props, "EventSourceArn")), mapping))),
            Target.Of("Amazon.CDK.AWS.Lambda.CfnEventSourceMapping", That((props, mapping) => Waits(OwnerOf(mapping.Cdk.Resolver.Member(props, "FunctionName")), OwnerOf(mapping.Cdk.Resolver.Member(props, "EventSourceArn")), mapping))),
        ],
    };

    public static readonly ConstructRule PublicAccess = new()
    {
        Id = "SKY1140",
        Key = "LambdaFunctionPublicAccessProhibited",
        Title = "Everyone may invoke the function",
        Message = "{0} lets every AWS account invoke the function; name the caller, or set SourceArn or SourceAccount",
        Why = "A principal of * is the whole world, not the account: anyone can run the function, with whatever input they choose and at your cost.",
        NoFix = "Who may invoke the function is a decision that only its owner can make.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["HIPAA.Security-LambdaFunctionPublicAccessProhibited", "NIST.800.53.R4-LambdaFunctionPublicAccessProhibited", "NIST.800.53.R5-LambdaFunctionPublicAccessProhibited", "PCI.DSS.321-LambdaFunctionPublicAccessProhibited"],
            SecurityHub = ["Lambda.1"],
            Checkov = ["CKV_AWS_364"],
            Trivy = ["AWS-0067"],
            Sonar = ["S6270"],
            Guard = ["LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED"],
            Cwe = ["CWE-284"],
        },
        CfnProperties = ["Principal", "PrincipalOrgID", "SourceAccount", "SourceArn"],
        Targets =
        [
            Target.Call("Amazon.CDK.AWS.Lambda.IFunction", "AddPermission", Prop("permission").Has(s_isNarrowed)),
            Target.Of("Amazon.CDK.AWS.Lambda.CfnPermission", AnyOf(Prop("Principal").IsNot("*"), Prop("PrincipalOrgId").IsSet(), Prop("SourceAccount").IsSet(), Prop("SourceArn").IsSet())),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [DeadLetters, AsyncFailures, StreamFailures, QueueVisibility, PublicAccess];

    // The queue or function whose attribute a value is: `queue.QueueArn`.
    private static Value OwnerOf(Value attribute) => attribute is CallValue { Receiver: { } owner } ? owner : UnknownValue.Instance;

    private static Verdict Waits(Value function, Value queue, Construct construct)
    {
        if (queue is not ObjectValue { Type: { Name: "Queue" or "CfnQueue", ContainingNamespace.Name: "SQS" } } || function is not ObjectValue { Type.ContainingNamespace: { } space } || !IsLambda(space))
            return Verdict.Unknown;
        if (Seconds(construct.Cdk.Resolver.Member(function, "Timeout"), DefaultTimeout) is not { } timeout || Seconds(construct.Cdk.Resolver.Member(queue, "VisibilityTimeout"), DefaultVisibility) is not { } visibility)
            return Verdict.Unknown;
        return timeout * 6 <= visibility ? Verdict.Satisfied : Verdict.Violated with { Detail = timeout.ToString(System.Globalization.CultureInfo.InvariantCulture) };
    }

    private static bool? IsEveryone(Value principal) => principal switch
    {
        ObjectValue { Type: { Name: "AnyPrincipal" or "StarPrincipal", ContainingNamespace.Name: "IAM" } } => true,
        ObjectValue { Type: { Name: "ArnPrincipal" or "AccountPrincipal" or "ServicePrincipal", ContainingNamespace.Name: "IAM" } } made => made.Arguments.Values.Any(a => a is ConstantValue { Constant: "*" }),
        ObjectValue or CallValue => false,
        _ => null,
    };

    private static bool IsLambda(Microsoft.CodeAnalysis.INamespaceSymbol space) => space.Name == "Lambda" || space.ContainingNamespace?.Name == "Lambda";

    private static double? Seconds(Value value, double unset) => value is UnsetValue or NullValue ? unset : Number.TryGet(value, out var seconds) ? seconds : null;
}
