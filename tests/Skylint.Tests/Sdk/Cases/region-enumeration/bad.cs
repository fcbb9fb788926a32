using Amazon;
using Amazon.DynamoDBv2;

namespace Cases.RegionEnumeration;

public static class Bad
{
    public static async Task<int> CountTables()
    {
        var count = 0;
        foreach (var region in RegionEndpoint.EnumerableAllRegions)
        {
            using var ddb = new AmazonDynamoDBClient(region);
            await foreach (var table in ddb.Paginators.ListTables(new()).TableNames)
                count++;
        }

        return count;
    }
}
