using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Microsoft.AspNetCore.WebUtilities;

namespace Skylint.EndToEnd.Tests.Fakes;

/// <summary>
/// AWS in memory, below the real clients: what they put on the wire arrives here. A topic delivers raw to the queue <c>shipping</c>, as its subscription says.
/// </summary>
internal sealed class FakeAws : HttpClientFactory
{
    private const string Url = "http://aws.test";
    private static readonly BasicAWSCredentials s_nobody = new("test", "test");

    public FakeAws()
    {
        Sqs = new AmazonSQSClient(s_nobody, new AmazonSQSConfig { ServiceURL = Url, HttpClientFactory = this, MaxErrorRetry = 0 });
        Sns = new AmazonSimpleNotificationServiceClient(s_nobody, new AmazonSimpleNotificationServiceConfig { ServiceURL = Url, HttpClientFactory = this });
        S3 = new AmazonS3Client(s_nobody, new AmazonS3Config { ServiceURL = Url, ForcePathStyle = true, HttpClientFactory = this, MaxErrorRetry = 0 });
        DynamoDb = new AmazonDynamoDBClient(s_nobody, new AmazonDynamoDBConfig { ServiceURL = Url, HttpClientFactory = this, MaxErrorRetry = 0 });
    }

    public FakeQueues Queues { get; } = new();

    public ConcurrentQueue<string> Objects { get; } = new();

    public ConcurrentQueue<JsonObject> Items { get; } = new();

    public IAmazonSQS Sqs { get; }

    public IAmazonSimpleNotificationService Sns { get; }

    public IAmazonS3 S3 { get; }

    public IAmazonDynamoDB DynamoDb { get; }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private async Task<(string Text, string Type)> AnswerAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        if (request.Headers.TryGetValues("X-Amz-Target", out var targets))
        {
            var target = targets.Single().Split('.');
            var json = JsonNode.Parse(body)!.AsObject();
            if (target[0] == "AmazonSQS")
                return ((await Queues.HandleAsync(target[1], json, cancellation).ConfigureAwait(false)).ToJsonString(), "application/x-amz-json-1.0");
            if (target[1] != "PutItem")
                throw new NotSupportedException(target[1]);
            Items.Enqueue(json);
            return ("{}", "application/x-amz-json-1.0");
        }

        if (request.Method == HttpMethod.Put)
        {
            Objects.Enqueue(request.RequestUri!.AbsolutePath);
            return ("", "application/xml");
        }

        var form = QueryHelpers.ParseQuery(body).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);
        if (form["Action"] != "Publish")
            throw new NotSupportedException(form["Action"]);
        var id = Queues.Put("shipping", new JsonObject { ["MessageBody"] = form["Message"], ["MessageAttributes"] = Attributes(form) });
        return ($"<PublishResponse><PublishResult><MessageId>{id}</MessageId></PublishResult></PublishResponse>", "text/xml");
    }

    private static JsonObject Attributes(Dictionary<string, string> form)
    {
        var attributes = new JsonObject();
        for (var i = 1; form.TryGetValue($"MessageAttributes.entry.{i}.Name", out var name); i++)
            attributes[name] = new JsonObject { ["DataType"] = form[$"MessageAttributes.entry.{i}.Value.DataType"], ["StringValue"] = form[$"MessageAttributes.entry.{i}.Value.StringValue"] };
        return attributes;
    }

    private sealed class Handler(FakeAws aws) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (text, type) = await aws.AnswerAsync(request, cancellationToken).ConfigureAwait(false);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, type), RequestMessage = request };
        }
    }
}
