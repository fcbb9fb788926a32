using Amazon.CDK.AWS.DynamoDB;
using Constructs;

namespace Cases.DynamoDBProvisionedDefault;

public static class Good
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

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnTable(scope, "Subject", new CfnTableProps
        {
            KeySchema = new[] { new CfnTable.KeySchemaProperty { AttributeName = "id", KeyType = "HASH" } },
            AttributeDefinitions = new[] { new CfnTable.AttributeDefinitionProperty { AttributeName = "id", AttributeType = "S" } },
            BillingMode = "PAY_PER_REQUEST",
        });
    }
}
