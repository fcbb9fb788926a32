using Amazon.CDK.AWS.DocDB;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.DocumentDBClusterEncryptionAtRest;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new DatabaseCluster(scope, "Subject", new DatabaseClusterProps
        {
            Vpc = vpc,
            InstanceType = InstanceType.Of(InstanceClass.R6G, InstanceSize.LARGE),
            MasterUser = new Login { Username = "orders" },
            StorageEncrypted = true,
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnDBCluster(scope, "Subject", new CfnDBClusterProps
        {
            DbSubnetGroupName = "data",
            MasterUsername = "orders",
            MasterUserPassword = "{{resolve:secretsmanager:orders:SecretString:password}}",
            BackupRetentionPeriod = 7,
            StorageEncrypted = true,
        });
    }
}
