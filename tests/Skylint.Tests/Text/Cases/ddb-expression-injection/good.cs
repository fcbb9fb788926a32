using System.Collections.Generic;
using Amazon.DynamoDBv2.Model;

namespace Cases.DdbExpressionInjection;

public static class Good
{
    public static ScanRequest Active(string status) => new()
    {
        TableName = "orders",
        FilterExpression = "orderStatus = :status",
        ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":status"] = new AttributeValue { S = status } },
    };
}
