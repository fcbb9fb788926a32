using Amazon.CDK.AWS.Backup;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;

namespace Cases.DynamoDBInBackupPlan;

public static class Good
{
    public static void Build(Construct scope)
    {
        var table = new Table(scope, "Subject", new TableProps
        {
            PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "id", Type = AttributeType.STRING },
        });

        var plan = BackupPlan.DailyWeeklyMonthly5YearRetention(scope, "Plan");
        plan.AddSelection("Data", new BackupSelectionOptions { Resources = new[] { BackupResource.FromDynamoDbTable(table) } });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        var table = new CfnTable(scope, "Subject", new CfnTableProps
        {
            KeySchema = new[] { new CfnTable.KeySchemaProperty { AttributeName = "id", KeyType = "HASH" } },
            AttributeDefinitions = new[] { new CfnTable.AttributeDefinitionProperty { AttributeName = "id", AttributeType = "S" } },
            BillingMode = "PAY_PER_REQUEST",
        });

        var plan = BackupPlan.DailyWeeklyMonthly5YearRetention(scope, "Plan");
        plan.AddSelection("Data", new BackupSelectionOptions { Resources = new[] { BackupResource.FromArn(table.AttrArn) } });
    }
}
