using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Constructs;

namespace Cases.ELBDeletionProtectionEnabled;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new ApplicationLoadBalancer(scope, "Subject", new ApplicationLoadBalancerProps
        {
            Vpc = vpc,
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
        });
    }
}
