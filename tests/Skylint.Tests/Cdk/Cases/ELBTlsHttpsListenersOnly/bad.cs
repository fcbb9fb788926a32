using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancing;
using Constructs;

namespace Cases.ELBTlsHttpsListenersOnly;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new LoadBalancer(scope, "Subject", new LoadBalancerProps
        {
            Vpc = vpc,
            Listeners = new[] { new LoadBalancerListener { ExternalPort = 443, SslCertificateArn = "arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555", InternalProtocol = LoadBalancingProtocol.HTTP } },
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
            Listeners = new[] { new CfnLoadBalancer.ListenersProperty { LoadBalancerPort = "443", InstancePort = "443", Protocol = "HTTPS", InstanceProtocol = "HTTP", SslCertificateId = "arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555" } },
        });
    }
}
