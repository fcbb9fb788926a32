using Amazon.CDK.AWS.Backup;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;

namespace Cases.DynamoDBInBackupPlan;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Table(scope, "Subject", new TableProps
        {
            PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "id", Type = AttributeType.STRING },
        });
    }
}

public static class BadL1
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
