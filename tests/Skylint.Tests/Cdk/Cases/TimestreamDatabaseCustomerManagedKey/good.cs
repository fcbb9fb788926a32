using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Timestream;
using Constructs;

namespace Cases.TimestreamDatabaseCustomerManagedKey;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnDatabase(scope, "Subject", new CfnDatabaseProps
        {
            DatabaseName = "measurements",
            KmsKeyId = new Key(scope, "SubjectKey", new KeyProps { EnableKeyRotation = true }).KeyArn,
        });
    }
}
