using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Constructs;

namespace Cases.ELBv2ACMCertificateRequired;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var balancer = new ApplicationLoadBalancer(scope, "Balancer", new ApplicationLoadBalancerProps { Vpc = new Vpc(scope, "Vpc") });
        balancer.AddListener("Subject", new BaseApplicationListenerProps
        {
            Port = 80,
            DefaultAction = ListenerAction.FixedResponse(404),
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnListener(scope, "Subject", new CfnListenerProps
        {
            LoadBalancerArn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/orders/1",
            Port = 443,
            Protocol = "HTTPS",
            DefaultActions = new[] { new CfnListener.ActionProperty { Type = "fixed-response", FixedResponseConfig = new CfnListener.FixedResponseConfigProperty { StatusCode = "404" } } },
        });
    }
}
