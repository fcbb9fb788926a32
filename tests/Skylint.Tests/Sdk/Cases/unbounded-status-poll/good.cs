using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Cases.UnboundedStatusPoll;

public static class Good
{
    public static async Task WaitForTable(IAmazonDynamoDB db, string table, CancellationToken deadline)
    {
        TableStatus status;
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(2), deadline);
            var response = await db.DescribeTableAsync(table, deadline);
            status = response.Table.TableStatus;
        }
        while (status != TableStatus.ACTIVE);
    }
}
