using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancing;
using Constructs;

namespace Cases.CLBNoInboundHttpHttps;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new LoadBalancer(scope, "Subject", new LoadBalancerProps
        {
            Vpc = vpc,
            Listeners = new[] { new LoadBalancerListener { ExternalPort = 80 } },
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnLoadBalancer(scope, "Subject", new CfnLoadBalancerProps
        {
            Subnets = new[] { "subnet-0abc1234def567890", "subnet-1abc1234def567890" },
            Listeners = new[] { new CfnLoadBalancer.ListenersProperty { LoadBalancerPort = "80", InstancePort = "80", Protocol = "HTTP" } },
        });
    }
}
