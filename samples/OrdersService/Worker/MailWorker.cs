using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.Options;
using OrdersService.Orders;

namespace OrdersService.Worker;

/// <summary>Sends a mail for each order.</summary>
public sealed class MailWorker(IAmazonSQS sqs, IOptions<OrdersOptions> options, ILogger<MailWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var response = await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = options.Value.MailQueueUrl }, stoppingToken);
            foreach (var message in response.Messages)
            {
                await sqs.DeleteMessageAsync(options.Value.MailQueueUrl, message.ReceiptHandle, stoppingToken);
                Send(JsonSerializer.Deserialize<Order>(message.Body));
            }
        }
    }

    private void Send(Order? order) => logger.LogInformation("Mail for order {OrderId} sent", order?.Id);
}
