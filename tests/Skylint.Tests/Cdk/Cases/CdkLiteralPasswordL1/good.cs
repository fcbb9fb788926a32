using Amazon.CDK;
using Amazon.CDK.AWS.RDS;
using Constructs;

namespace Cases.CdkLiteralPasswordL1;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnDBInstance(scope, "Subject", new CfnDBInstanceProps
        {
            DbInstanceClass = "db.t4g.micro",
            Engine = "postgres",
            AllocatedStorage = "20",
            StorageEncrypted = true,
            MasterUsername = "orders",
            MasterUserPassword = SecretValue.SecretsManager("SubjectPassword").UnsafeUnwrap(),
        });
    }
}
