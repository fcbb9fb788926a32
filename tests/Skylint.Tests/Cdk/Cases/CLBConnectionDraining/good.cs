using Amazon.CDK.AWS.ElasticLoadBalancing;
using Constructs;

namespace Cases.CLBConnectionDraining;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnLoadBalancer(scope, "Subject", new CfnLoadBalancerProps
        {
            Subnets = new[] { "subnet-0abc1234def567890", "subnet-1abc1234def567890" },
            Listeners = new[] { new CfnLoadBalancer.ListenersProperty { LoadBalancerPort = "9000", InstancePort = "9000", Protocol = "TCP" } },
            ConnectionDrainingPolicy = new CfnLoadBalancer.ConnectionDrainingPolicyProperty { Enabled = true, Timeout = 300 },
        });
    }
}
