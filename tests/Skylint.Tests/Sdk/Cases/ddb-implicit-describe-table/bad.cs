using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;

namespace Cases.DdbImplicitDescribeTable;

public static class Bad
{
    public static IDynamoDBContext Open(IAmazonDynamoDB db) => new DynamoDBContext(db);
}
