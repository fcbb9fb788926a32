using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Constructs;

namespace Cases.AlbTlsPolicy;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var balancer = new ApplicationLoadBalancer(scope, "Balancer", new ApplicationLoadBalancerProps { Vpc = new Vpc(scope, "Vpc") });
        balancer.AddListener("Subject", new BaseApplicationListenerProps
        {
            Port = 443,
            Certificates = new[] { ListenerCertificate.FromArn("arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555") },
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
            LoadBalancerArn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/orders/1",
            Port = 443,
            Protocol = "TLS",
            Certificates = new[] { new CfnListener.CertificateProperty { CertificateArn = "arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555" } },
            DefaultActions = new[] { new CfnListener.ActionProperty { Type = "forward", TargetGroupArn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/orders/1" } },
            SslPolicy = "ELBSecurityPolicy-2016-08",
        });
    }
}
