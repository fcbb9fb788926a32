using Amazon.DynamoDBv2.Model;

namespace Cases.DdbExpressionInjection;

public static class Bad
{
    public static ScanRequest Active(string status) => new()
    {
        TableName = "orders",
        FilterExpression = $"orderStatus = {status}",
    };
}
