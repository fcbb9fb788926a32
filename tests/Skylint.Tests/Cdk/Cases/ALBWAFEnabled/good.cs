using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.WAFv2;
using Constructs;

namespace Cases.ALBWAFEnabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        var balancer = new ApplicationLoadBalancer(scope, "Subject", new ApplicationLoadBalancerProps
        {
            Vpc = vpc,
        });
        new CfnWebACLAssociation(scope, "Firewall", new CfnWebACLAssociationProps { ResourceArn = balancer.LoadBalancerArn, WebAclArn = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/orders/1" });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        var balancer = new CfnLoadBalancer(scope, "Subject", new CfnLoadBalancerProps
        {
            Subnets = new[] { "subnet-0abc1234def567890", "subnet-1abc1234def567890" },
        });
        new CfnWebACLAssociation(scope, "Firewall", new CfnWebACLAssociationProps { ResourceArn = balancer.Ref, WebAclArn = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/orders/1" });
    }
}
