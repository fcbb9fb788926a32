using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Skylint.EndToEnd;

/// <summary>The queues, the topic, the bucket and the table that the sample needs, in local stand-ins for AWS.</summary>
/// <param name="serviceUrl">Where SQS, SNS and S3 are.</param>
/// <param name="dynamoUrl">Where DynamoDB is.</param>
internal sealed class Resources(string serviceUrl, string dynamoUrl)
{
    private const string Account = "000000000000";
    private readonly BasicAWSCredentials _nobody = new("test", "test");

    public string PlacedQueueUrl { get; private set; } = "";

    public string ShippingQueueUrl { get; private set; } = "";

    public string TopicArn => $"arn:aws:sns:us-east-1:{Account}:order-placed";

    public async Task CreateAsync()
    {
        using var sqs = Sqs();
        PlacedQueueUrl = (await sqs.CreateQueueAsync("placed").ConfigureAwait(false)).QueueUrl;
        ShippingQueueUrl = (await sqs.CreateQueueAsync("shipping").ConfigureAwait(false)).QueueUrl;
        using var s3 = new AmazonS3Client(_nobody, new AmazonS3Config { ServiceURL = serviceUrl, ForcePathStyle = true });
        await s3.PutBucketAsync("orders-documents").ConfigureAwait(false);
        using var dynamo = new AmazonDynamoDBClient(_nobody, new AmazonDynamoDBConfig { ServiceURL = dynamoUrl });
        await dynamo.CreateTableAsync(new CreateTableRequest
        {
            TableName = "orders",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new KeySchemaElement("orderId", KeyType.HASH)],
            AttributeDefinitions = [new AttributeDefinition("orderId", ScalarAttributeType.S)],
        }).ConfigureAwait(false);
        for (var i = 0; (await dynamo.DescribeTableAsync("orders").ConfigureAwait(false)).Table.TableStatus != TableStatus.ACTIVE; i++)
        {
            if (i == 100)
                throw new InvalidOperationException("The table does not become active.");
            await Task.Delay(100).ConfigureAwait(false);
        }

        using var http = new HttpClient();
        await SnsAsync(http, new() { ["Action"] = "CreateTopic", ["Name"] = "order-placed" }).ConfigureAwait(false);
        await SnsAsync(http, new()
        {
            ["Action"] = "Subscribe",
            ["TopicArn"] = TopicArn,
            ["Protocol"] = "sqs",
            ["Endpoint"] = $"arn:aws:sqs:us-east-1:{Account}:shipping",
            ["Attributes.entry.1.key"] = "RawMessageDelivery",
            ["Attributes.entry.1.value"] = "true",
        }).ConfigureAwait(false);
    }

    /// <summary>Sends a message that is no order, in a trace of its own.</summary>
    public async Task PoisonAsync(string traceId)
    {
        using var sqs = Sqs();
        await sqs.SendMessageAsync(new SendMessageRequest(PlacedQueueUrl, "this is no order")
        {
            MessageAttributes = new() { ["traceparent"] = new MessageAttributeValue { DataType = "String", StringValue = $"00-{traceId}-00f067aa0ba902b7-01" } },
        }).ConfigureAwait(false);
    }

    private AmazonSQSClient Sqs() => new(_nobody, new AmazonSQSConfig { ServiceURL = serviceUrl });

    private async Task SnsAsync(HttpClient http, Dictionary<string, string> form)
    {
        form["Version"] = "2010-03-31";
        using var request = new HttpRequestMessage(HttpMethod.Post, serviceUrl) { Content = new FormUrlEncodedContent(form) };

        // The stand-in tells services apart by the scope that a request is signed for.
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sns/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await http.SendAsync(request).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
    }
}
