using Amazon.CDK.AWS.Neptune;
using Constructs;

namespace Cases.NeptuneClusterAutomaticMinorVersionUpgrade;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnDBInstance(scope, "Subject", new CfnDBInstanceProps
        {
            DbInstanceClass = "db.r6g.large",
            DbClusterIdentifier = "friends",
        });
    }
}
