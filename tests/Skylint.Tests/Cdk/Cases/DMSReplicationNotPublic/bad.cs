using Amazon.CDK.AWS.DMS;
using Constructs;

namespace Cases.DMSReplicationNotPublic;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnReplicationInstance(scope, "Subject", new CfnReplicationInstanceProps
        {
            ReplicationInstanceClass = "dms.t3.medium",
            MultiAz = true,
        });
    }
}
