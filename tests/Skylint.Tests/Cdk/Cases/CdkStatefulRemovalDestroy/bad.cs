using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;

namespace Cases.CdkStatefulRemovalDestroy;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Table(scope, "Subject", new TableProps
        {
            PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "id", Type = AttributeType.STRING },
            PointInTimeRecovery = true,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
    }
}
