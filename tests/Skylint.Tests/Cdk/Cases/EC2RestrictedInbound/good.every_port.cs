using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.EC2RestrictedInbound;

public static class GoodEveryPort
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        var group = new SecurityGroup(scope, "Subject", new SecurityGroupProps { Vpc = vpc });
        group.AddIngressRule(Peer.Ipv4("10.0.0.0/16"), Port.Tcp(443));
    }
}
