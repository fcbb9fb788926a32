using System.Text.Json;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Microsoft.Extensions.Options;
using Skylint.Observability;

namespace OrdersService.Orders;

/// <summary>Tells whoever has subscribed that an order was placed.</summary>
public sealed class OrderAnnouncements(IAmazonSimpleNotificationService sns, IOptions<OrdersOptions> options)
{
    public Task PlacedAsync(Order order, CancellationToken cancellation) =>
        sns.PublishAsync(new PublishRequest { TopicArn = options.Value.PlacedTopicArn, Message = JsonSerializer.Serialize(order) }.InjectTraceContext(), cancellation);
}
