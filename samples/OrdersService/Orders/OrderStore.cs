using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;

namespace OrdersService.Orders;

/// <summary>The hot set of orders in DynamoDB.</summary>
public sealed class OrderStore(IAmazonDynamoDB dynamo, IOptions<OrdersOptions> options)
{
    private string Table => options.Value.Table;

    public async Task SaveAsync(Order order, CancellationToken cancellation)
    {
        await dynamo.PutItemAsync(new PutItemRequest
        {
            TableName = Table,
            Item = ToItem(order),
            ConditionExpression = "attribute_not_exists(orderId)",
        }, cancellation);
    }

    /// <summary>Saves many orders; those that the table had no capacity for are sent again.</summary>
    public async Task SaveAllAsync(IEnumerable<Order> orders, CancellationToken cancellation)
    {
        foreach (var chunk in orders.Chunk(25))
        {
            var pending = new Dictionary<string, List<WriteRequest>> { [Table] = [.. chunk.Select(order => new WriteRequest(new PutRequest(ToItem(order))))] };
            while (pending.Count > 0)
            {
                var response = await dynamo.BatchWriteItemAsync(new BatchWriteItemRequest(pending), cancellation);
                pending = response.UnprocessedItems ?? [];
            }
        }
    }

    public async Task RemoveAllAsync(IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        foreach (var chunk in ids.Chunk(25))
        {
            var deletes = chunk.Select(id => new WriteRequest(new DeleteRequest(Key(id)))).ToList();
            await dynamo.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { [Table] = deletes } }, cancellation);
        }
    }

    public async Task<Order?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var response = await dynamo.GetItemAsync(Table, Key(id), cancellation);
        return response.IsItemSet ? FromItem(response.Item) : null;
    }

    /// <summary>Every order of a customer, newest first.</summary>
    public async Task<IReadOnlyList<Order>> OfCustomerAsync(string customerId, CancellationToken cancellation)
    {
        var orders = new List<Order>();
        var pages = dynamo.Paginators.Query(new QueryRequest
        {
            TableName = Table,
            IndexName = "byCustomer",
            KeyConditionExpression = "customerId = :customer",
            ExpressionAttributeValues = new() { [":customer"] = new AttributeValue(customerId) },
            ScanIndexForward = false,
        });
        await foreach (var page in pages.Responses.WithCancellation(cancellation))
            orders.AddRange((page.Items ?? []).Select(FromItem));
        return orders;
    }

    public async Task<IReadOnlyList<Order>> AboveAsync(decimal total, CancellationToken cancellation)
    {
        var response = await dynamo.ScanAsync(new ScanRequest
        {
            TableName = Table,
            FilterExpression = "total > :total",
            ExpressionAttributeValues = new() { [":total"] = Number(total) },
        }, cancellation);
        return [.. response.Items.Select(FromItem)];
    }

    /// <summary>Finds orders by a field that the caller names.</summary>
    public async Task<int> CountAsync(string field, string value, CancellationToken cancellation)
    {
        var request = new ScanRequest { TableName = Table, Select = Select.COUNT, FilterExpression = field + " = :value" };
        request.ExpressionAttributeValues.Add(":value", new AttributeValue(value));
        var count = 0;
        do
        {
            var page = await dynamo.ScanAsync(request, cancellation);
            count += page.Count ?? 0;
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return count;
    }

    private static Dictionary<string, AttributeValue> Key(Guid id) => new() { ["orderId"] = new AttributeValue(id.ToString()) };

    private static AttributeValue Number(decimal value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    private static Dictionary<string, AttributeValue> ToItem(Order order) => new()
    {
        ["orderId"] = new AttributeValue(order.Id.ToString()),
        ["customerId"] = new AttributeValue(order.CustomerId),
        ["placedAt"] = new AttributeValue(order.PlacedAt.ToString("O", CultureInfo.InvariantCulture)),
        ["total"] = Number(order.Total),
    };

    private static Order FromItem(Dictionary<string, AttributeValue> item) => new(
        Guid.Parse(item["orderId"].S),
        item["customerId"].S,
        DateTimeOffset.Parse(item["placedAt"].S, CultureInfo.InvariantCulture),
        []);
}
