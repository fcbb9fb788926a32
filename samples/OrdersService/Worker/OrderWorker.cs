using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.Options;
using OrdersService.Ledger;
using OrdersService.Orders;

namespace OrdersService.Worker;

/// <summary>Books placed orders into the ledger.</summary>
public sealed class OrderWorker(IAmazonSQS sqs, LedgerRepository ledger, IOptions<OrdersOptions> options, ILogger<OrderWorker> logger) : BackgroundService
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
            }, stoppingToken);

            foreach (var message in response.Messages ?? [])
            {
                if (await TryBookAsync(message, stoppingToken))
                    await sqs.DeleteMessageAsync(queue, message.ReceiptHandle, stoppingToken);
            }
        }
    }

    private async Task<bool> TryBookAsync(Message message, CancellationToken cancellation)
    {
        try
        {
            var order = JsonSerializer.Deserialize<Order>(message.Body) ?? throw new JsonException("The message is empty.");
            await ledger.BookAsync(order, cancellation);
            return true;
        }
        catch (JsonException e)
        {
            logger.LogError(e, "Message {MessageId} is not an order", message.MessageId);
            return false;
        }
    }
}
