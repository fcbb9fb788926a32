using Amazon.CDK.AWS.DynamoDB;
using Constructs;

namespace Cases.DynamoDBPITREnabled;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Table(scope, "Subject", new TableProps
        {
            PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "id", Type = AttributeType.STRING },
            BillingMode = BillingMode.PAY_PER_REQUEST,
        });
    }
}
