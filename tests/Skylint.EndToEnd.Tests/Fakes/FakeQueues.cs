using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Skylint.EndToEnd.Tests.Fakes;

/// <summary>
/// SQS as it looks on the wire, in memory: the JSON protocol, with the checksums that the SDK verifies, and without the attributes that a receiver does not ask for.
/// </summary>
internal sealed class FakeQueues
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Stored>> _queues = new(StringComparer.Ordinal);

    /// <summary>What was sent, in order.</summary>
    public ConcurrentQueue<(string Queue, JsonObject Message)> Sent { get; } = new();

    public async Task<JsonObject> HandleAsync(string operation, JsonObject request, CancellationToken cancellation)
    {
        switch (operation)
        {
            case "SendMessage":
                var id = Put(Name(request), request);
                return new JsonObject { ["MessageId"] = id, ["MD5OfMessageBody"] = Md5(request["MessageBody"]!.GetValue<string>()), ["MD5OfMessageAttributes"] = Md5(request["MessageAttributes"] as JsonObject) };
            case "SendMessageBatch":
                var entries = request["Entries"]!.AsArray().Select(e => e!.AsObject()).Select(e => (JsonNode)new JsonObject
                {
                    ["Id"] = e["Id"]!.GetValue<string>(),
                    ["MessageId"] = Put(Name(request), e),
                    ["MD5OfMessageBody"] = Md5(e["MessageBody"]!.GetValue<string>()),
                    ["MD5OfMessageAttributes"] = Md5(e["MessageAttributes"] as JsonObject),
                });
                return new JsonObject { ["Successful"] = new JsonArray([.. entries]), ["Failed"] = new JsonArray() };
            case "ReceiveMessage":
                return await ReceiveAsync(request, cancellation).ConfigureAwait(false);
            case "DeleteMessage":
                return [];
            default:
                throw new NotSupportedException(operation);
        }
    }

    public string Put(string queue, JsonObject message)
    {
        var stored = new Stored(Guid.NewGuid().ToString(), (JsonObject)message.DeepClone());
        Sent.Enqueue((queue, stored.Message));
        _queues.GetOrAdd(queue, _ => new()).Enqueue(stored);
        return stored.Id;
    }

    private static string Name(JsonObject request) => request["QueueUrl"]!.GetValue<string>().Split('/')[^1];

    private async Task<JsonObject> ReceiveAsync(JsonObject request, CancellationToken cancellation)
    {
        var queue = _queues.GetOrAdd(Name(request), _ => new());

        // Long polling, shorter than the real one so that a worker that stops does not wait.
        for (var i = 0; queue.IsEmpty && i < 20; i++)
            await Task.Delay(10, cancellation).ConfigureAwait(false);
        if (!queue.TryDequeue(out var stored))
            return [];
        var message = new JsonObject
        {
            ["MessageId"] = stored.Id,
            ["ReceiptHandle"] = stored.Id,
            ["Body"] = stored.Message["MessageBody"]!.GetValue<string>(),
            ["MD5OfBody"] = Md5(stored.Message["MessageBody"]!.GetValue<string>()),
        };
        if (Asked(stored.Message["MessageAttributes"] as JsonObject, request["MessageAttributeNames"] as JsonArray) is { Count: > 0 } attributes)
        {
            message["MessageAttributes"] = attributes;
            message["MD5OfMessageAttributes"] = Md5(attributes);
        }

        if (Asked(stored.Message["MessageSystemAttributes"] as JsonObject, request["MessageSystemAttributeNames"] as JsonArray) is { Count: > 0 } system)
            message["Attributes"] = new JsonObject(system.Select(a => KeyValuePair.Create<string, JsonNode?>(a.Key, a.Value!["StringValue"]!.GetValue<string>())));
        return new JsonObject { ["Messages"] = new JsonArray(message) };
    }

    private static JsonObject Asked(JsonObject? attributes, JsonArray? names)
    {
        var asked = names?.Select(n => n!.GetValue<string>()).ToHashSet() ?? [];
        return new JsonObject((attributes ?? []).Where(a => asked.Contains(a.Key) || asked.Contains("All")).Select(a => KeyValuePair.Create(a.Key, a.Value?.DeepClone())));
    }

    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The checksum of string attributes: by name, each part with its length before it.</summary>
    private static string? Md5(JsonObject? attributes)
    {
        if (attributes is null || attributes.Count == 0)
            return null;
        using var bytes = new MemoryStream();
        foreach (var (name, value) in attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            Write(bytes, name);
            Write(bytes, value!["DataType"]!.GetValue<string>());
            bytes.WriteByte(1);
            Write(bytes, value["StringValue"]!.GetValue<string>());
        }

        return Convert.ToHexStringLower(MD5.HashData(bytes.ToArray()));
    }

    private static void Write(MemoryStream stream, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        stream.Write(length);
        stream.Write(bytes);
    }

    private sealed record Stored(string Id, JsonObject Message);
}
