using System.Text.Json;
using System.Threading.Tasks;
using Amazon.SQS;
using Amazon.SQS.Model;
using Skylint.Observability;

namespace Cases.MessageWithoutTraceContext;

public sealed record Order(string Id, decimal Total);

public sealed class Bad(IAmazonSQS sqs, string queueUrl)
{
    public Task PlaceAsync(Order order) =>
        sqs.SendMessageAsync(new SendMessageRequest { QueueUrl = queueUrl, MessageBody = JsonSerializer.Serialize(order) });
}
