using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon EKS.</summary>
internal static class Eks
{
    private static readonly string[] s_logs = ["API", "AUDIT", "AUTHENTICATOR", "CONTROLLER_MANAGER", "SCHEDULER"];

    private static readonly Requirement s_logsEverything = AllOf([.. s_logs.Select(log => Prop("ClusterLogging").Some(Self.Is(log)))]);

    public static readonly ConstructRule PublicEndpoint = new()
    {
        Id = "SKY1027",
        Key = "EKSClusterNoEndpointPublicAccess",
        Title = "Kubernetes API is reachable from the internet",
        Message = "The Kubernetes API of {0} is reachable from every address; set EndpointAccess to PRIVATE, or restrict the addresses with OnlyFrom",
        Why = "The API server can change everything that runs in the cluster. While every address can reach it, one leaked token or one flaw in its authentication is enough; inside the network an attacker first has to get there.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-EKS1"],
            SecurityHub = ["EKS.1"],
            Trivy = ["AWS-0040"],
            Guard = ["EKS_ENDPOINT_NO_PUBLIC_ACCESS"],
            Cwe = ["CWE-284"],
        },
        CfnProperties = ["ResourcesVpcConfig"],
        Targets =
        [
            Target.Of(
                ["Amazon.CDK.AWS.EKS.Cluster", "Amazon.CDK.AWS.EKS.FargateCluster", "Amazon.CDK.AWS.EKSv2.Cluster", "Amazon.CDK.AWS.EKSv2.FargateCluster"],
                Prop("EndpointAccess").Test(IsRestricted, Default.Violates),
                Fix.Set("EndpointAccess", "Amazon.CDK.AWS.EKS.EndpointAccess.PRIVATE", "Make the endpoint private (kubectl then needs access to the VPC)"),
                Fix.Set("EndpointAccess", "Amazon.CDK.AWS.EKSv2.EndpointAccess.PRIVATE", "Make the endpoint private (kubectl then needs access to the VPC)")),
            Target.Of(
                "Amazon.CDK.AWS.EKS.CfnCluster",
                Prop("ResourcesVpcConfig").Has(AnyOf(Prop("EndpointPublicAccess").IsFalse(Default.Violates), AllOf(Prop("PublicAccessCidrs").IsSet(), Prop("PublicAccessCidrs").Each(Self.Test(range => Narrow(range), Default.Violates)))))),
        ],
    };

    public static readonly ConstructRule ControlPlaneLogs = new()
    {
        Id = "SKY1114",
        Key = "EKSClusterControlPlaneLogs",
        Title = "Kubernetes control plane is not logged",
        Message = "{0} does not log all of its control plane; set ClusterLogging to all five types",
        Why = "The audit and authenticator logs are the only record of who changed what in the cluster, and those of the scheduler and the controllers explain why a workload does not start. They are off unless asked for, and cannot be made up afterwards.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-EKS2"], SecurityHub = ["EKS.8"], Trivy = ["AWS-0038"], Sonar = ["S6258"], Cwe = ["CWE-778"] },
        CfnProperties = ["Logging"],
        Targets =
        [
            Target.Of(["Amazon.CDK.AWS.EKS.Cluster", "Amazon.CDK.AWS.EKS.FargateCluster"], s_logsEverything, LogEverything("EKS")),
            Target.Of(["Amazon.CDK.AWS.EKSv2.Cluster", "Amazon.CDK.AWS.EKSv2.FargateCluster"], s_logsEverything, LogEverything("EKSv2")),
            Target.Of(
                "Amazon.CDK.AWS.EKS.CfnCluster",
                AllOf([.. s_logs.Select(log => Prop("Logging.ClusterLogging.EnabledTypes").Some(Prop("Type").Is(log.Replace("_", ""))))]),
                Fix.Set(
                    "Logging",
                    $"new Amazon.CDK.AWS.EKS.CfnCluster.LoggingProperty {{ ClusterLogging = new Amazon.CDK.AWS.EKS.CfnCluster.ClusterLoggingProperty {{ EnabledTypes = new[] {{ {string.Join(", ", new[] { "api", "audit", "authenticator", "controllerManager", "scheduler" }.Select(log => $"new Amazon.CDK.AWS.EKS.CfnCluster.LoggingTypeConfigProperty {{ Type = \"{log}\" }}"))} }} }} }}",
                    "Log all of the control plane")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [PublicEndpoint, ControlPlaneLogs];

    private static Fix LogEverything(string service) => Fix.Append("ClusterLogging", "Log all of the control plane", [.. s_logs.Select(log => $"Amazon.CDK.AWS.{service}.ClusterLoggingTypes.{log}")]);

    private static Outcome IsRestricted(Value access) => access switch
    {
        MemberValue { Name: "PRIVATE" } => Outcome.Satisfied,
        MemberValue { Name: "PUBLIC" or "PUBLIC_AND_PRIVATE" } => Outcome.Violated,
        CallValue { Method.Name: "OnlyFrom", Arguments.Count: 1 } call when call.Arguments[0] is ListValue { IsOpen: false } ranges => ranges.Items.Any(r => Narrow(r) == Outcome.Violated) ? Outcome.Violated : Outcome.Satisfied,
        CallValue { Method.Name: "OnlyFrom" } => Outcome.Satisfied,
        _ => Outcome.Unknown,
    };

    private static Outcome Narrow(Value range) => range is ConstantValue { Constant: string text } ? text.EndsWith("/0", StringComparison.Ordinal) ? Outcome.Violated : Outcome.Satisfied : Outcome.Unknown;
}
