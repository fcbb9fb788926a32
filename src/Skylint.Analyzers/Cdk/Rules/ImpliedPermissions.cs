using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Classes, settings and calls for which the library writes statements into the policy of a role, without being asked for a grant.</summary>
internal static class ImpliedPermissions
{
    private const string Aws = "Amazon.CDK.AWS.";
    private const string Tasks = Aws + "StepFunctions.Tasks.";
    private const string Sources = Aws + "Lambda.EventSources.";
    private const string Patterns = Aws + "ECS.Patterns.";
    private const string StateMachine = Aws + "StepFunctions.StateMachine";

    private const string Traces = "xray:PutTraceSegments on *";
    private const string EveryVersion = "lambda:InvokeFunction on every version";
    private const string Token = "ecr:GetAuthorizationToken on *";
    private const string RetentionPolicy = "logs:PutRetentionPolicy on *";
    private const string ExecutionCommands = "ssmmessages:CreateControlChannel on *";

    private static readonly Requirement s_always = That((_, _) => Outcome.Satisfied);

    private static readonly string[] s_services = [Aws + "ECS.FargateService", Aws + "ECS.Ec2Service"];

    private static readonly string[] s_balanced =
    [
        Patterns + "ApplicationLoadBalancedFargateService", Patterns + "ApplicationLoadBalancedEc2Service", Patterns + "NetworkLoadBalancedFargateService", Patterns + "NetworkLoadBalancedEc2Service",
    ];

    // With a wildcard in the statement: which, as an example.
    private static readonly Row[] s_rows =
    [
        new(Lambda.Functions, Prop("Tracing").IsOneOf(["ACTIVE", "PASS_THROUGH"]), Traces),
        new(Lambda.Functions, Prop("Filesystem").IsSet(), "elasticfilesystem:ClientMount on *"),
        new(Lambda.Functions, Prop("LogRetention").IsSet(), RetentionPolicy),
        new(Lambda.Functions, AnyOf(Prop("DeadLetterQueueEnabled").IsTrue(), Prop("DeadLetterQueue").IsSet())),
        new([Aws + "Lambda.Destinations.LambdaDestination"], Grants.IsUnqualified("fn"), EveryVersion),
        new([Sources + "DynamoEventSource"], s_always, "dynamodb:ListStreams on *"),
        new([Sources + "SqsEventSource", Sources + "KinesisEventSource"], s_always),
        new([Aws + "RDS.DatabaseInstance", Aws + "RDS.DatabaseCluster"], AllOf(Prop("CloudwatchLogsExports").IsSet(), Prop("CloudwatchLogsRetention").IsSet()), RetentionPolicy),
        new([StateMachine], Prop("TracingEnabled").IsTrue(), Traces),
        new([StateMachine], Prop("Logs").IsSet(), "logs:CreateLogDelivery on *"),
        new([Tasks + "LambdaInvoke"], Grants.IsUnqualified("LambdaFunction"), EveryVersion),
        new([Tasks + "EcsRunTask"], s_always, "ecs:RunTask on every revision"),
        new([Tasks + "StepFunctionsStartExecution"], Prop("IntegrationPattern").Is("RUN_JOB"), "states:DescribeExecution on every execution"),
        new([Tasks + "AthenaStartQueryExecution"], s_always, "s3:GetObject on *"),
        new([Tasks + "BatchSubmitJob"], s_always, "batch:SubmitJob on every job definition"),
        new([Tasks + "EvaluateExpression"], s_always, EveryVersion),
        new([Tasks + "HttpInvoke"], s_always, "states:InvokeHTTPEndpoint on *"),
        new([Aws + "StepFunctions.DistributedMap"], s_always, "states:DescribeExecution on every execution"),
        new([Tasks + "SqsSendMessage", Tasks + "SnsPublish", Tasks + "DynamoGetItem", Tasks + "DynamoPutItem", Tasks + "DynamoUpdateItem", Tasks + "DynamoDeleteItem", Tasks + "EventBridgePutEvents", Tasks + "GlueStartJobRun", Tasks + "CodeBuildStartBuild"], s_always),
        new([Aws + "ECS.TaskDefinition"], IsImageOfEcr("props.Image"), Token, "AddContainer"),
        new([Aws + "ECS.TaskDefinition"], IsAwsLogs("props.Logging"), Method: "AddContainer"),
        new(s_balanced, IsImageOfEcr("TaskImageOptions.Image"), Token),
        new([Patterns + "QueueProcessingFargateService", Patterns + "QueueProcessingEc2Service"], IsImageOfEcr("Image"), Token),
        new(s_services, Prop("EnableExecuteCommand").IsTrue(), ExecutionCommands),
        new(s_balanced, Prop("EnableExecuteCommand").IsTrue(), ExecutionCommands),
        new([Aws + "ECS.Cluster"], s_always, "ecs:Submit*", "AddCapacity"),
        new([Aws + "Events.Targets.EcsTask", Patterns + "ScheduledFargateTask", Patterns + "ScheduledEc2Task"], s_always, "ecs:TagResource on every task of the cluster"),
        new([Aws + "Events.Targets.AwsApi"], Prop("PolicyStatement").IsUnset(), "its action on *"),
        new([Aws + "AppSync.IGraphqlApi"], Grants.IsUnqualified("lambdaFunction"), EveryVersion, "AddLambdaDataSource"),
        new([Aws + "CodePipeline.Pipeline"], s_always, "s3:GetObject*"),
        new([Aws + "CodeBuild.Project", Aws + "CodeBuild.PipelineProject"], s_always, "logs:PutLogEvents on every stream"),
        new([Aws + "EC2.BastionHostLinux"], s_always, "ssmmessages:*"),
        new([Aws + "EC2.Vpc"], Prop("FlowLogs").IsSet()),
        new([Aws + "S3.Deployment.BucketDeployment"], s_always, "s3:GetObject*"),
        new(["Amazon.CDK.CustomResources.Provider"], Grants.IsUnqualified("OnEventHandler"), EveryVersion),
        new(["Amazon.CDK.CustomResources.AwsCustomResource"], Prop("Policy").IsSet()),
        new([Aws + "APIGateway.StepFunctionsRestApi"], Prop("Role").IsUnset()),
        new([Aws + "CloudTrail.Trail"], Prop("SendToCloudWatchLogs").IsTrue()),
    ];

    /// <summary>Everything for which a policy is written.</summary>
    public static IEnumerable<Target> All(string option) => s_rows.Select(row => row.Judged(Not(row.Condition), option));

    /// <summary>What writes a wildcard; the message says which.</summary>
    public static IEnumerable<Target> OfWildcards(string option) =>
        from row in s_rows
        where row.Wildcard is not null
        select row.Judged(Detailed(_ => row.Wildcard!, Not(row.Condition)), option);

    private static Requirement IsImageOfEcr(string path) => Prop(path).Test(
        image => image is CallValue { Method: { ContainingType.Name: "ContainerImage", Name: var name } } ? name is "FromAsset" or "FromEcrRepository" or "FromDockerImageAsset" ? Outcome.Satisfied : Outcome.Violated : Outcome.Unknown,
        Default.Violates);

    private static Requirement IsAwsLogs(string path) => Prop(path).Test(
        driver => driver is CallValue { Method.Name: "AwsLogs" } or ObjectValue { Type.Name: "AwsLogDriver" } ? Outcome.Satisfied : Outcome.Unknown,
        Default.Violates);

    /// <summary>What makes the library write a statement.</summary>
    /// <param name="Types">The classes, by metadata name.</param>
    /// <param name="Condition">When it is written.</param>
    /// <param name="Wildcard">The wildcard in it, for the message; null where there is none.</param>
    /// <param name="Method">The method that writes it; null for the creation.</param>
    private sealed record Row(string[] Types, Requirement Condition, string? Wildcard = null, string? Method = null)
    {
        public Target Judged(Requirement requirement, string option) => new(Types, requirement, []) { Method = Method, Option = option };
    }
}
