using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Cases.UnboundedStatusPoll;

public static class Bad
{
    public static async Task WaitForTable(IAmazonDynamoDB db, string table)
    {
        TableStatus status;
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            var response = await db.DescribeTableAsync(table);
            status = response.Table.TableStatus;
        }
        while (status != TableStatus.ACTIVE);
    }
}
