using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Constructs;

namespace Cases.ELBLoggingEnabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        var balancer = new ApplicationLoadBalancer(scope, "Subject", new ApplicationLoadBalancerProps
        {
            Vpc = vpc,
        });
        balancer.SetAttribute("access_logs.s3.enabled", "true");
        balancer.SetAttribute("access_logs.s3.bucket", "orders-logs");
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnLoadBalancer(scope, "Subject", new CfnLoadBalancerProps
        {
            Subnets = new[] { "subnet-0abc1234def567890", "subnet-1abc1234def567890" },
            LoadBalancerAttributes = new[] { new CfnLoadBalancer.LoadBalancerAttributeProperty { Key = "access_logs.s3.enabled", Value = "true" }, new CfnLoadBalancer.LoadBalancerAttributeProperty { Key = "access_logs.s3.bucket", Value = "orders-logs" } },
        });
    }
}
