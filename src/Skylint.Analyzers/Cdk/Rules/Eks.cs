using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon EKS.</summary>
internal static class Eks
{
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

    public static IReadOnlyList<ConstructRule> All { get; } = [PublicEndpoint];

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
