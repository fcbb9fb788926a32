using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Internal.Auth;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService;

/// <summary>Speaks the query protocol of SNS, signed with signature version 4. It does not retry.</summary>
public sealed class AmazonSimpleNotificationServiceClient : IAmazonSimpleNotificationService
{
    private const string ContentType = "application/x-www-form-urlencoded; charset=utf-8";
    private readonly AWSCredentials _credentials;
    private readonly HttpClient _http;
    private readonly Uri _endpoint;
    private readonly string _region;

    public AmazonSimpleNotificationServiceClient(AmazonSimpleNotificationServiceConfig config)
        : this(DefaultAWSCredentialsIdentityResolver.GetCredentials(), config)
    {
    }

    public AmazonSimpleNotificationServiceClient(AWSCredentials credentials, AmazonSimpleNotificationServiceConfig config)
    {
        _credentials = credentials;
        _http = config.HttpClientFactory?.CreateHttpClient(null) ?? new HttpClient();
        _region = (config.RegionEndpoint ?? FallbackRegionFactory.GetRegionEndpoint() ?? RegionEndpoint.USEast1).SystemName;
        _endpoint = new Uri(config.ServiceURL ?? $"https://sns.{_region}.amazonaws.com");
    }

    public IClientConfig Config => throw new NotSupportedException("The stand-in has no configuration of the SDK's kind.");

    public async Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
    {
        var form = new List<KeyValuePair<string, string>> { new("TopicArn", request.TopicArn), new("Message", request.Message) };
        if (request.Subject is not null)
            form.Add(new("Subject", request.Subject));
        Attributes(form, "", request.MessageAttributes);
        var answer = await SendAsync("Publish", form, cancellationToken).ConfigureAwait(false);
        return new PublishResponse { MessageId = Value(answer, "MessageId") };
    }

    public async Task<PublishBatchResponse> PublishBatchAsync(PublishBatchRequest request, CancellationToken cancellationToken = default)
    {
        var form = new List<KeyValuePair<string, string>> { new("TopicArn", request.TopicArn) };
        for (var i = 0; i < request.PublishBatchRequestEntries.Count; i++)
        {
            var entry = request.PublishBatchRequestEntries[i];
            var prefix = $"PublishBatchRequestEntries.member.{i + 1}.";
            form.Add(new(prefix + "Id", entry.Id));
            form.Add(new(prefix + "Message", entry.Message));
            Attributes(form, prefix, entry.MessageAttributes);
        }

        var answer = await SendAsync("PublishBatch", form, cancellationToken).ConfigureAwait(false);
        return new PublishBatchResponse
        {
            Successful = [.. Members(answer, "Successful").Select(m => new PublishBatchResultEntry { Id = Value(m, "Id"), MessageId = Value(m, "MessageId") })],
            Failed = [.. Members(answer, "Failed").Select(m => new BatchResultErrorEntry { Id = Value(m, "Id"), Code = Value(m, "Code"), Message = Value(m, "Message") })],
        };
    }

    public void Dispose() => _http.Dispose();

    private static void Attributes(List<KeyValuePair<string, string>> form, string prefix, Dictionary<string, MessageAttributeValue>? attributes)
    {
        var i = 0;
        foreach (var (name, value) in attributes ?? [])
        {
            var entry = $"{prefix}MessageAttributes.entry.{++i}.";
            form.Add(new(entry + "Name", name));
            form.Add(new(entry + "Value.DataType", value.DataType));
            form.Add(new(entry + "Value.StringValue", value.StringValue));
        }
    }

    private async Task<XElement> SendAsync(string action, List<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        form.InsertRange(0, [new("Action", action), new("Version", "2010-03-31")]);
        var body = string.Join('&', form.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        await SignAsync(request, body).ConfigureAwait(false);
        using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw new AmazonServiceException($"SNS answered {(int)response.StatusCode}: {text}") { StatusCode = response.StatusCode };
        return XElement.Parse(text);
    }

    private async Task SignAsync(HttpRequestMessage request, string body)
    {
        var credentials = await _credentials.GetCredentialsAsync().ConfigureAwait(false);
        var now = DateTime.UtcNow;
        var date = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var token = credentials.UseToken ? $"x-amz-security-token:{credentials.Token}\n" : "";
        var signed = "content-type;host;x-amz-date" + (credentials.UseToken ? ";x-amz-security-token" : "");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        var canonical = $"POST\n/\n\ncontent-type:{ContentType}\nhost:{_endpoint.Authority}\nx-amz-date:{date}\n{token}\n{signed}\n{hash}";
        var signature = AWS4Signer.ComputeSignature(credentials, _region, now, "sns", signed, canonical);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", date);
        if (credentials.UseToken)
            request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", credentials.Token);
        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
    }

    private static string Value(XElement parent, string name) => parent.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value ?? "";

    private static IEnumerable<XElement> Members(XElement parent, string list) =>
        parent.Descendants().Where(e => e.Name.LocalName == list).Elements().Where(e => e.Name.LocalName == "member");
}
