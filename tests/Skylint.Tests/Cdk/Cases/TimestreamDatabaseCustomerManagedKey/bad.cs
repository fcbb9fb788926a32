using Amazon.CDK.AWS.Timestream;
using Constructs;

namespace Cases.TimestreamDatabaseCustomerManagedKey;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnDatabase(scope, "Subject", new CfnDatabaseProps
        {
            DatabaseName = "measurements",
        });
    }
}
