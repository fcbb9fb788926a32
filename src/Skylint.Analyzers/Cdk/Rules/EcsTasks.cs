using Skylint.Catalog;
using Skylint.Cdk.Model;
using Skylint.Configuration;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon ECS clusters and the containers of task definitions.</summary>
internal static class EcsTasks
{
    private const string TaskDefinition = "Amazon.CDK.AWS.ECS.TaskDefinition";
    private const string Container = "Amazon.CDK.AWS.ECS.ContainerDefinition";
    private const string CfnTaskDefinition = "Amazon.CDK.AWS.ECS.CfnTaskDefinition";
    private const string CfnCluster = "Amazon.CDK.AWS.ECS.CfnCluster";
    private const string EveryVariable = "every_variable";

    private static readonly string[] s_patterns =
    [
        "Amazon.CDK.AWS.ECS.Patterns.ApplicationLoadBalancedFargateService",
        "Amazon.CDK.AWS.ECS.Patterns.ApplicationLoadBalancedEc2Service",
        "Amazon.CDK.AWS.ECS.Patterns.NetworkLoadBalancedFargateService",
        "Amazon.CDK.AWS.ECS.Patterns.NetworkLoadBalancedEc2Service",
    ];

    private static readonly string[] s_queuePatterns = ["Amazon.CDK.AWS.ECS.Patterns.QueueProcessingFargateService", "Amazon.CDK.AWS.ECS.Patterns.QueueProcessingEc2Service"];

    private static readonly Requirement s_namesInsights = Prop("ClusterSettings").Some(Prop("Name").Is("containerInsights"));

    private static readonly Requirement s_hasInsights = Prop("ClusterSettings").Some(AllOf(Prop("Name").Is("containerInsights"), Prop("Value").IsOneOf(["enabled", "enhanced"])));

    private static readonly Requirement s_isNotRoot = Prop("User").Test(
        user => PropertyPath.Name(user) is { } name ? name.Split(':')[0].Trim() is "" or "0" or "root" ? Outcome.Violated : Outcome.Satisfied : Outcome.Unknown,
        Default.Violates);

    public static readonly ConstructRule ContainerInsights = new()
    {
        Id = "SKY1125",
        Key = "ECSClusterCloudWatchContainerInsights",
        Title = "Cluster has no Container Insights",
        Message = "{0} has no Container Insights; switch them on",
        Why = "Without them ECS measures a service as a whole and keeps nothing of a task that has stopped. Container Insights show each task and container, at the price of the metrics that they write.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-ECS4"], SecurityHub = ["ECS.12"], Checkov = ["CKV_AWS_65"], Trivy = ["AWS-0034"] },
        CfnProperties = ["ClusterSettings"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.ECS.Cluster",
                AnyOf(Prop("ContainerInsights").IsTrue(), Prop("ContainerInsightsV2").IsOneOf(["ENABLED", "ENHANCED"])),
                // The later property is not in older versions, and the older one is obsolete where the later is.
                Fix.Set("ContainerInsightsV2", "Amazon.CDK.AWS.ECS.ContainerInsights.ENHANCED", "Switch on Container Insights (costs extra)"),
                Fix.Set("ContainerInsights", "true", "Switch on Container Insights (costs extra)")),
            Target.Of(CfnCluster, AnyOf(s_namesInsights, s_hasInsights), Fix.Append(
                "ClusterSettings",
                "Switch on Container Insights (costs extra)",
                "new Amazon.CDK.AWS.ECS.CfnCluster.ClusterSettingsProperty { Name = \"containerInsights\", Value = \"enabled\" }")),
            Target.Of(
                CfnCluster,
                Prop("ClusterSettings").Each(When(Prop("Name").Is("containerInsights"), Prop("Value").IsOneOf(["enabled", "enhanced"]))),
                Fix.Set("Value", "\"enabled\"", "Switch on Container Insights (costs extra)")),
        ],
    };

    public static readonly ConstructRule ContainerLogging = new()
    {
        Id = "SKY1126",
        Key = "ECSTaskDefinitionContainerLogging",
        Title = "Container logs are lost",
        Message = "A container of {0} has no log driver; set Logging",
        Why = "What the container writes goes to the host and is gone with the task, so that a crash leaves nothing to look at.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-ECS7"], SecurityHub = ["ECS.9"], Sonar = ["S6258"], Cwe = ["CWE-778"] },
        CfnProperties = ["ContainerDefinitions"],
        Targets =
        [
            Target.Call(TaskDefinition, "AddContainer", Prop("props.Logging").IsSet(), Log),
            Target.Of(Container, Prop("Logging").IsSet(), Log),
            Target.Of(s_patterns, AnyOf(Prop("TaskImageOptions.EnableLogging").IsNotFalse(), Prop("TaskImageOptions.LogDriver").IsSet()), Fix.Set("EnableLogging", "true", "Log to CloudWatch")),
            Target.Of(s_queuePatterns, AnyOf(Prop("EnableLogging").IsNotFalse(), Prop("LogDriver").IsSet()), Fix.Set("EnableLogging", "true", "Log to CloudWatch")),
            Target.Of(CfnTaskDefinition, Prop("ContainerDefinitions").Each(Prop("LogConfiguration.LogDriver").IsSet())),
        ],
    };

    public static readonly ConstructRule SecretEnvironment = new()
    {
        Id = "SKY1127",
        Key = "ECSTaskDefinitionNoEnvironmentVariables",
        Title = "Secret stands in an environment variable of a container",
        Message = "{0} carries the value of the environment variable '{1}' in clear text; pass it with Secrets",
        Why = "Environment variables are plain text to everyone who may look at the task in the console, in the template or in the repository, and a rotated secret does not reach them. With Secrets the agent reads the value when the task starts.",
        NoFix = "The secret must exist first, in Secrets Manager or Parameter Store.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { CdkNag = ["AwsSolutions-ECS2"], SecurityHub = ["ECS.8"], Trivy = ["AWS-0036"], Sonar = ["S6418"], Cwe = ["CWE-798", "CWE-526"] },
        Options = [new RuleOption(EveryVariable, "false", "Report every environment variable of a container, whatever it holds, as cdk-nag does.") { CdkNag = ["AwsSolutions-ECS2"] }],
        CfnProperties = ["ContainerDefinitions"],
        Targets =
        [
            Target.Call(TaskDefinition, "AddContainer", Prop("props.Environment").Has(That(HoldsNoSecret))),
            Target.Of(Container, Prop("Environment").Has(That(HoldsNoSecret))),
            Target.Call(Container, "AddEnvironment", That((arguments, call) => EnvironmentVariables.Entry(arguments, call, "name", "value"))),
            Target.Of(s_patterns, Prop("TaskImageOptions.Environment").Has(That(HoldsNoSecret))),
            Target.Of(s_queuePatterns, Prop("Environment").Has(That(HoldsNoSecret))),
            Target.Of(CfnTaskDefinition, Prop("ContainerDefinitions").Each(Prop("Environment").Each(That((pair, definition) =>
                definition.Cdk.Resolver.Member(pair, "Name") is ConstantValue { Constant: string name }
                    ? IsEveryMeant(definition) ? new Verdict(Outcome.Violated, pair) { Detail = name } : EnvironmentVariables.Entry(name, definition.Cdk.Resolver.Member(pair, "Value"))
                    : Verdict.Unknown)))),
        ],
    };

    public static readonly ConstructRule UserInHostMode = new()
    {
        Id = "SKY1128",
        Key = "ECSTaskDefinitionUserForHostMode",
        Title = "Container runs as root in the network of its host",
        Message = "A container of {0} runs as root in the network of its host; set User, or use another network mode",
        Why = "In host mode the container sees the traffic of the host and of all its other containers, and reaches the metadata service and everything that listens on localhost. As root it can also read and change that traffic.",
        NoFix = "The image must have a user that its program can run as.",
        Category = Category.Security,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["HIPAA.Security-ECSTaskDefinitionUserForHostMode", "NIST.800.53.R5-ECSTaskDefinitionUserForHostMode", "PCI.DSS.321-ECSTaskDefinitionUserForHostMode"],
            SecurityHub = ["ECS.1"],
            Guard = ["ECS_TASK_DEFINITION_USER_FOR_HOST_MODE_CHECK"],
            Cwe = ["CWE-250"],
        },
        CfnProperties = ["ContainerDefinitions", "NetworkMode"],
        Targets =
        [
            Target.Call(TaskDefinition, "AddContainer", When(Prop("this.NetworkMode").Is("HOST"), Prop("props").Has(s_isNotRoot))),
            Target.Of(Container, When(Prop("TaskDefinition.NetworkMode").Is("HOST"), s_isNotRoot)),
            Target.Of(CfnTaskDefinition, When(Prop("NetworkMode").Is("host"), Prop("ContainerDefinitions").Each(s_isNotRoot))),
        ],
    };

    public static readonly ConstructRule Privileged = new()
    {
        Id = "SKY1155",
        Key = "EcsPrivileged",
        Title = "Container has all rights on its host",
        Message = "A container of {0} is privileged; set Privileged = false, and name the capabilities that it needs",
        Why = "A privileged container is root on its host: whoever breaks into it reads the other containers, their secrets and the credentials of the instance. Hardly any program needs more than a single capability.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { SecurityHub = ["ECS.4"], Cwe = ["CWE-250"] },
        CfnProperties = ["ContainerDefinitions"],
        Targets =
        [
            Target.Call(TaskDefinition, "AddContainer", Prop("props.Privileged").IsFalse(), Fix.Set("Privileged", "false")),
            Target.Of(Container, Prop("Privileged").IsFalse(), Fix.Set("Privileged", "false")),
            Target.Of(CfnTaskDefinition, Prop("ContainerDefinitions").Each(Prop("Privileged").IsFalse()), Fix.Set("Privileged", "false")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [ContainerInsights, ContainerLogging, SecretEnvironment, UserInHostMode, Privileged];

    private static Fix Log => Fix.Set(
        "Logging",
        "Amazon.CDK.AWS.ECS.LogDriver.AwsLogs(new Amazon.CDK.AWS.ECS.AwsLogDriverProps { StreamPrefix = \"ecs\", LogRetention = Amazon.CDK.AWS.Logs.RetentionDays.THREE_MONTHS })",
        "Log to CloudWatch, and keep the logs for three months");

    private static Verdict HoldsNoSecret(Value environment, Construct construct) =>
        IsEveryMeant(construct) && environment is MapValue { Entries.Count: > 0 } map
            ? new Verdict(Outcome.Violated, environment) { Detail = map.Entries.Keys.OrderBy(k => k, StringComparer.Ordinal).First() }
            : EnvironmentVariables.HoldNoSecret(environment, construct);

    private static bool IsEveryMeant(Construct construct) => construct.Cdk.Options.GetBool(construct.Operation.Syntax.SyntaxTree, SecretEnvironment, EveryVariable);
}
