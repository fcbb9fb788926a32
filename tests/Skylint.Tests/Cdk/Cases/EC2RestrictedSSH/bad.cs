using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.EC2RestrictedSSH;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        var group = new SecurityGroup(scope, "Subject", new SecurityGroupProps { Vpc = vpc });
        group.AddIngressRule(Peer.AnyIpv4(), Port.Tcp(22), "Administration");
    }
}
