using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.Options;
using Skylint.Observability;

namespace OrdersService.Orders;

/// <summary>Hands orders over to the worker.</summary>
public sealed class OrderQueue(IAmazonSQS sqs, IOptions<OrdersOptions> options, ILogger<OrderQueue> logger)
{
    private const int BatchSize = 10;

    public Task PlaceAsync(Order order, CancellationToken cancellation) =>
        sqs.SendMessageAsync(new SendMessageRequest(options.Value.PlacedQueueUrl, JsonSerializer.Serialize(order)).InjectTraceContext(), cancellation);

    public async Task PlaceAllAsync(IEnumerable<Order> orders, CancellationToken cancellation)
    {
        foreach (var chunk in orders.Chunk(BatchSize))
        {
            var response = await sqs.SendMessageBatchAsync(new SendMessageBatchRequest(options.Value.PlacedQueueUrl, Entries(chunk)).InjectTraceContext(), cancellation);
            foreach (var failed in response.Failed ?? [])
                logger.LogError("Order {OrderId} was not queued: {Code}", failed.Id, failed.Code);
        }
    }

    public async Task NotifyAllAsync(IEnumerable<Order> orders, CancellationToken cancellation)
    {
        foreach (var chunk in orders.Chunk(BatchSize))
            await sqs.SendMessageBatchAsync(options.Value.MailQueueUrl, Entries(chunk), cancellation);
    }

    private static List<SendMessageBatchRequestEntry> Entries(IEnumerable<Order> orders) =>
        [.. orders.Select(order => new SendMessageBatchRequestEntry(order.Id.ToString("N"), JsonSerializer.Serialize(order)))];
}
