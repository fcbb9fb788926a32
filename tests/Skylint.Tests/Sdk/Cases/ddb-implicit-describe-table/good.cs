using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;

namespace Cases.DdbImplicitDescribeTable;

public static class Good
{
    public static IDynamoDBContext Open(IAmazonDynamoDB db) => new DynamoDBContextBuilder().WithDynamoDBClient(() => db).Build();
}
