using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancing;
using Constructs;

namespace Cases.ELBCrossZoneLoadBalancingEnabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new LoadBalancer(scope, "Subject", new LoadBalancerProps
        {
            Vpc = vpc,
            Listeners = new[] { new LoadBalancerListener { ExternalPort = 9000, ExternalProtocol = LoadBalancingProtocol.TCP } },
            CrossZone = true,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnLoadBalancer(scope, "Subject", new CfnLoadBalancerProps
        {
            Subnets = new[] { "subnet-0abc1234def567890", "subnet-1abc1234def567890" },
            Listeners = new[] { new CfnLoadBalancer.ListenersProperty { LoadBalancerPort = "9000", InstancePort = "9000", Protocol = "TCP" } },
            CrossZone = true,
        });
    }
}
