using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Constructs;

namespace Cases.ALBHttpToHttpsRedirection;

public static class Good
{
    public static void Build(Construct scope)
    {
        var balancer = new ApplicationLoadBalancer(scope, "Subject", new ApplicationLoadBalancerProps
        {
            Vpc = new Vpc(scope, "Vpc"),
            InternetFacing = true,
        });
        balancer.AddListener("Http", new BaseApplicationListenerProps
        {
            Port = 80,
            DefaultAction = ListenerAction.Redirect(new RedirectOptions { Protocol = "HTTPS", Port = "443", Permanent = true }),
        });
    }
}
