using Amazon.CDK;
using Amazon.CDK.AWS.DocDB;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace Cases.DocumentDBCredentialsInSecretsManager;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new DatabaseCluster(scope, "Subject", new DatabaseClusterProps
        {
            Vpc = vpc,
            InstanceType = InstanceType.Of(InstanceClass.R6G, InstanceSize.LARGE),
            MasterUser = new Login { Username = "orders", Password = SecretValue.SsmSecure("/orders/password", "1") },
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnDBCluster(scope, "Subject", new CfnDBClusterProps
        {
            DbSubnetGroupName = "data",
            MasterUsername = "{{resolve:secretsmanager:orders:SecretString:username}}",
            MasterUserPassword = "{{resolve:ssm-secure:/orders/password:1}}",
            StorageEncrypted = true,
        });
    }
}
