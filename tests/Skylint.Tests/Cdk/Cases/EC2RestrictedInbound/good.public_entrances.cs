using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Constructs;

namespace Cases.EC2RestrictedInbound;

public static class GoodPublicEntrances
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        var balancer = new ApplicationLoadBalancer(scope, "Subject", new ApplicationLoadBalancerProps { Vpc = vpc, InternetFacing = true });
        var listener = balancer.AddListener("Https", new BaseApplicationListenerProps
        {
            Port = 443,
            Certificates = [ListenerCertificate.FromArn("arn:aws:acm:eu-central-1:111122223333:certificate/12345678")],
            DefaultAction = ListenerAction.FixedResponse(404),
            Open = false,
        });
        listener.Connections.AllowDefaultPortFrom(Peer.Ipv4("203.0.113.0/24"));
    }
}
