using Amazon;
using Amazon.DynamoDBv2;

namespace Cases.RegionEnumeration;

public static class Good
{
    public static async Task<int> CountTables(IEnumerable<string> enabledRegions)
    {
        var count = 0;
        foreach (var region in enabledRegions)
        {
            using var ddb = new AmazonDynamoDBClient(RegionEndpoint.GetBySystemName(region));
            await foreach (var table in ddb.Paginators.ListTables(new()).TableNames)
                count++;
        }

        return count;
    }
}
