using System.Data.Common;
using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.Options;
using OrdersService.Ledger;
using OrdersService.Orders;
using Skylint.Observability;

namespace OrdersService.Worker;

/// <summary>Books placed orders into the ledger.</summary>
public sealed class OrderWorker(IAmazonSQS sqs, ILedger ledger, IOptions<OrdersOptions> options, ILogger<OrderWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var queue = options.Value.PlacedQueueUrl;
        while (!stoppingToken.IsCancellationRequested)
        {
            var response = await sqs.ReceiveMessageAsync(new ReceiveMessageRequest
            {
                QueueUrl = queue,
                MaxNumberOfMessages = 10,
                WaitTimeSeconds = 20,
            }.RequestTraceContext(), stoppingToken);

            foreach (var message in response.Messages ?? [])
                await TryBookAsync(queue, message, stoppingToken);
        }
    }

    /// <summary>A message that cannot be booked stays in the queue, which gives it up after some tries.</summary>
    private async Task TryBookAsync(string queue, Message message, CancellationToken cancellation)
    {
        try
        {
            await message.ProcessAsync(m => BookAsync(m, cancellation), logger, "placed", cancellation);
            await sqs.DeleteMessageAsync(queue, message.ReceiptHandle, cancellation);
        }
        catch (Exception e) when (e is JsonException or DbException)
        {
            // Logged already, with its trace, by what observes the processing.
        }
    }

    private Task BookAsync(Message message, CancellationToken cancellation) =>
        ledger.BookAsync(JsonSerializer.Deserialize<Order>(message.Body) ?? throw new JsonException("The message is empty."), cancellation);
}
