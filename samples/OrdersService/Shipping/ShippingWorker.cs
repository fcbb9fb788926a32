using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.Options;
using OrdersService.Orders;
using Skylint.Observability;

namespace OrdersService.Shipping;

/// <summary>Ships what the topic announces: a queue of its own is subscribed to it.</summary>
public sealed class ShippingWorker(IAmazonSQS sqs, Dispatcher dispatcher, IOptions<OrdersOptions> options, ILogger<ShippingWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var queue = options.Value.ShippingQueueUrl;
        while (!stoppingToken.IsCancellationRequested)
        {
            var response = await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = queue, MaxNumberOfMessages = 10, WaitTimeSeconds = 20 }.RequestTraceContext(), stoppingToken);
            foreach (var message in response.Messages ?? [])
            {
                await message.ProcessAsync(m => dispatcher.ShipAsync(JsonSerializer.Deserialize<Order>(m.Body)!, stoppingToken), logger, "shipping", stoppingToken);
                await sqs.DeleteMessageAsync(queue, message.ReceiptHandle, stoppingToken);
            }
        }
    }
}
