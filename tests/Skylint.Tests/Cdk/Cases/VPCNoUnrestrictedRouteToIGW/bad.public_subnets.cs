using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.VPCNoUnrestrictedRouteToIGW;

public static class BadPublicSubnets
{
    public static void Build(Construct scope)
    {
        new Vpc(scope, "Subject");
    }
}
