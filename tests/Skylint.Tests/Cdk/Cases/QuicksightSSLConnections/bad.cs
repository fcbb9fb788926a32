using Amazon.CDK.AWS.QuickSight;
using Constructs;

namespace Cases.QuicksightSSLConnections;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnDataSource(scope, "Subject", new CfnDataSourceProps
        {
            AwsAccountId = "111122223333",
            DataSourceId = "orders",
            Name = "Orders",
            Type = "AURORA",
            SslProperties = new CfnDataSource.SslPropertiesProperty { DisableSsl = true },
        });
    }
}
