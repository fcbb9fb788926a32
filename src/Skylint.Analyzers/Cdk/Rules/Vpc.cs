using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon VPC.</summary>
internal static class Vpc
{
    private const string Dictionary = "new System.Collections.Generic.Dictionary<string, Amazon.CDK.AWS.EC2.";

    public static readonly ConstructRule FlowLogs = new()
    {
        Id = "SKY1037",
        Key = "VPCFlowLogsEnabled",
        Title = "Network has no flow logs",
        Message = "{0} keeps no flow logs; set FlowLogs, or call AddFlowLog",
        Why = "Flow logs are the only record of who talked to whom: without them neither a break-in nor a connection that a security group refuses can be explained afterwards.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["AwsSolutions-VPC7", "HIPAA.Security-VPCFlowLogsEnabled", "NIST.800.53.R4-VPCFlowLogsEnabled", "NIST.800.53.R5-VPCFlowLogsEnabled", "PCI.DSS.321-VPCFlowLogsEnabled"],
            SecurityHub = ["EC2.6"],
            Trivy = ["AWS-0178"],
            Sonar = ["S6258"],
            Cwe = ["CWE-778"],
        },
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.EC2.Vpc",
                AnyOf(Prop("FlowLogs").IsSet(), Calls("AddFlowLog"), UsedBy("Amazon.CDK.AWS.EC2.FlowLog", "Amazon.CDK.AWS.EC2.CfnFlowLog"), GivenTo("Amazon.CDK.AWS.EC2.FlowLogResourceType", "FromVpc")),
                Fix.Set("FlowLogs", Dictionary + "IFlowLogOptions> { [\"All\"] = new Amazon.CDK.AWS.EC2.FlowLogOptions() }", "Send flow logs to CloudWatch Logs")),
            Target.Of("Amazon.CDK.AWS.EC2.CfnVPC", UsedBy("Amazon.CDK.AWS.EC2.CfnFlowLog", "Amazon.CDK.AWS.EC2.FlowLog")),
        ],
    };

    public static readonly ConstructRule GatewayEndpoints = new()
    {
        Id = "SKY1038",
        Key = "VpcNoGatewayEndpoints",
        Title = "Traffic to S3 and DynamoDB pays for the NAT gateway",
        Message = "{0} sends traffic to S3 and DynamoDB through its NAT gateway; add gateway endpoints, which are free",
        Why = "A NAT gateway charges for every gigabyte, also for those that only go to S3 or DynamoDB in the same region. Gateway endpoints cost nothing and keep that traffic off the internet.",
        Category = Category.Cost,
        Level = Level.Info,
        References = new References { SecurityHub = ["EC2.10"], Links = ["https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html"] },
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.EC2.Vpc",
                When(
                    AllOf(
                        Prop("NatGateways").IsAtLeast(1, Default.Satisfies),
                        Prop("SubnetConfiguration").Some(Prop("SubnetType").IsOneOf(["PRIVATE_WITH_EGRESS", "PRIVATE_WITH_NAT", "PRIVATE"]), Default.Satisfies)),
                    AnyOf(
                        Prop("GatewayEndpoints").IsSet(),
                        Calls("AddGatewayEndpoint"),
                        UsedBy("Amazon.CDK.AWS.EC2.GatewayVpcEndpoint", "Amazon.CDK.AWS.EC2.CfnVPCEndpoint"))),
                Fix.Set(
                    "GatewayEndpoints",
                    Dictionary + "IGatewayVpcEndpointOptions> { [\"S3\"] = new Amazon.CDK.AWS.EC2.GatewayVpcEndpointOptions { Service = Amazon.CDK.AWS.EC2.GatewayVpcEndpointAwsService.S3 }, [\"DynamoDB\"] = new Amazon.CDK.AWS.EC2.GatewayVpcEndpointOptions { Service = Amazon.CDK.AWS.EC2.GatewayVpcEndpointAwsService.DYNAMODB } }",
                    "Add gateway endpoints for S3 and DynamoDB")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [FlowLogs, GatewayEndpoints];
}
