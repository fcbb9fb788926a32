using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Constructs;

namespace Cases.RDSMultiAZSupport;

public static class Good
{
    public static void Build(Construct scope)
    {
        var vpc = new Vpc(scope, "Vpc");
        new DatabaseInstance(scope, "Subject", new DatabaseInstanceProps
        {
            Vpc = vpc,
            Engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps { Version = PostgresEngineVersion.VER_16 }),
            StorageEncrypted = true,
            DeletionProtection = true,
            MultiAz = true,
        });
    }
}
