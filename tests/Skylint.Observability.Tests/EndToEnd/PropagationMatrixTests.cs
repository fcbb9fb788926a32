using System.Diagnostics;
using System.Text;
using Amazon.EventBridge.Model;
using Amazon.Kinesis.Model;
using Amazon.Lambda.Model;
using Amazon.SimpleNotificationService.Model;
using Amazon.SQS.Model;
using Skylint.Observability.Tests.Support;
using Xunit;
using SnsAttribute = Amazon.SimpleNotificationService.Model.MessageAttributeValue;
using SqsAttribute = Amazon.SQS.Model.MessageAttributeValue;

namespace Skylint.Observability.Tests.EndToEnd;

/// <summary>Every way to carry a trace context, in every situation that has gone wrong somewhere: the table in the guide, computed.</summary>
[Collection(Serial.Name)]
public sealed class PropagationMatrixTests
{
    private static readonly IReadOnlyList<Carrier> s_carriers =
    [
        Of("SQS, single", () => new SendMessageRequest(), r => r.InjectTraceContext(), r => Value(r.MessageAttributes),
            () => new SendMessageRequest { MessageAttributes = Full<SqsAttribute>() }, r => Fallback(r.MessageSystemAttributes)),
        Of("SQS, batch", () => new SendMessageBatchRequest { Entries = [new(), new()] }, r => r.InjectTraceContext(), r => Same(r.Entries.Select(e => Value(e.MessageAttributes))),
            () => new SendMessageBatchRequest { Entries = [new() { MessageAttributes = Full<SqsAttribute>() }] }, r => Fallback(r.Entries[0].MessageSystemAttributes)),
        Of("SNS, single", () => new PublishRequest(), r => r.InjectTraceContext(), r => Value(r.MessageAttributes),
            () => new PublishRequest { MessageAttributes = Full<SnsAttribute>() }),
        Of("SNS, batch", () => new PublishBatchRequest { PublishBatchRequestEntries = [new(), new()] }, r => r.InjectTraceContext(), r => Same(r.PublishBatchRequestEntries!.Select(e => Value(e.MessageAttributes))),
            () => new PublishBatchRequest { PublishBatchRequestEntries = [new() { MessageAttributes = Full<SnsAttribute>() }] }),
        Of("EventBridge", () => new PutEventsRequest { Entries = [new() { Detail = "{}" }, new() { Detail = """{"a":1}""" }] }, r => r.InjectTraceContext(), r => Same(r.Entries!.Select(e => Json(e.Detail))),
            () => new PutEventsRequest { Entries = [new() { Detail = "text" }] }, r => r.Entries![0].TraceHeader is null ? null : "`TraceHeader`"),
        Of("Kinesis, single", () => new PutRecordRequest { Data = Utf8("{}") }, r => r.InjectTraceContextIntoJson(), r => Json(Text(r.Data)),
            () => new PutRecordRequest { Data = Utf8("binary") }),
        Of("Kinesis, batch", () => new PutRecordsRequest { Records = [new() { Data = Utf8("{}") }, new() { Data = Utf8("""{"a":1}""") }] }, r => r.InjectTraceContextIntoJson(), r => Same(r.Records!.Select(e => Json(Text(e.Data)))),
            () => new PutRecordsRequest { Records = [new() { Data = Utf8("binary") }] }),
        Of("Lambda invocation", () => new InvokeRequest(), r => r.InjectTraceContext(), r => Json(r.ClientContext),
            () => new InvokeRequest { ClientContext = "[1]" }),
        Of("HTTP request", () => new HttpRequestMessage(), r => r.InjectTraceContext(), r => r.Headers.TryGetValues("traceparent", out var values) ? values.Single() : null),
    ];

    private const string Table = """
        | message | carries the context | of an unsampled span too | reused: the new one only | without a span: none left | without room |
        |---|---|---|---|---|---|
        | SQS, single | yes | yes | yes | yes | `AWSTraceHeader` |
        | SQS, batch | yes | yes | yes | yes | `AWSTraceHeader` |
        | SNS, single | yes | yes | yes | yes | goes without, counted |
        | SNS, batch | yes | yes | yes | yes | goes without, counted |
        | EventBridge | yes | yes | yes | yes | `TraceHeader`, counted |
        | Kinesis, single | yes | yes | yes | yes | goes without, counted |
        | Kinesis, batch | yes | yes | yes | yes | goes without, counted |
        | Lambda invocation | yes | yes | yes | yes | goes without, counted |
        | HTTP request | yes | yes | yes | yes | always has room |
        """;

    [Fact]
    public void TheTableHolds()
    {
        var rows = new StringBuilder(string.Join('\n', Table.ReplaceLineEndings("\n").Split('\n').Take(2)));
        foreach (var carrier in s_carriers)
            rows.Append('\n').Append(Row(carrier));
        Assert.Equal(Table.ReplaceLineEndings("\n"), rows.ToString());
    }

    [Fact]
    public void TheGuideHasTheTable() =>
        Assert.Contains(Table.ReplaceLineEndings("\n"), File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide", "observability.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);

    private static string Row(Carrier carrier)
    {
        var request = carrier.Make();
        bool carries, reused, unsampled;
        using (var first = Span(ActivityTraceFlags.Recorded))
        {
            carrier.Inject(request);
            carries = carrier.Read(request) == first.Id;
        }

        using (var second = Span(ActivityTraceFlags.Recorded))
        {
            carrier.Inject(request);
            reused = carrier.Read(request) == second.Id;
        }

        carrier.Inject(request);
        var clean = carrier.Read(request) is null;
        using (var third = Span(ActivityTraceFlags.None))
        {
            carrier.Inject(request);
            unsampled = carrier.Read(request) == third.Id && third.Id!.EndsWith("-00", StringComparison.Ordinal);
        }

        return $"| {carrier.Name} | {Yes(carries)} | {Yes(unsampled)} | {Yes(reused)} | {Yes(clean)} | {NoRoom(carrier)} |";
    }

    private static string NoRoom(Carrier carrier)
    {
        if (carrier.MakeFull is null)
            return "always has room";
        using var recording = new Recording();
        using var activity = Span(ActivityTraceFlags.Recorded);
        var request = carrier.MakeFull();
        carrier.Inject(request);
        Assert.Null(carrier.Read(request));
        var counted = recording.Measurements.Any(m => m.Instrument.Name == "messaging.propagation.skipped");
        return (carrier.Fallback?.Invoke(request) ?? "goes without") + (counted ? ", counted" : "");
    }

    private static Activity Span(ActivityTraceFlags flags)
    {
        var activity = new Activity("send").SetIdFormat(ActivityIdFormat.W3C).Start();
        activity.ActivityTraceFlags = flags;
        return activity;
    }

    private static string Yes(bool holds) => holds ? "yes" : "NO";

    private static Carrier Of<T>(string name, Func<T> make, Action<T> inject, Func<T, string?> read, Func<T>? makeFull = null, Func<T, string?>? fallback = null)
        where T : class =>
        new(name, make, r => inject((T)r), r => read((T)r), makeFull, fallback is null ? null : r => fallback((T)r));

    private static Dictionary<string, T> Full<T>()
        where T : new() => Enumerable.Range(0, 10).ToDictionary(i => "a" + i, _ => new T());

    private static string? Value(Dictionary<string, SqsAttribute>? attributes) => attributes is not null && attributes.TryGetValue("traceparent", out var value) ? value.StringValue : null;

    private static string? Value(Dictionary<string, SnsAttribute>? attributes) => attributes is not null && attributes.TryGetValue("traceparent", out var value) ? value.StringValue : null;

    /// <summary>The system attribute, when it names the current span.</summary>
    private static string? Fallback(Dictionary<string, MessageSystemAttributeValue>? attributes) =>
        attributes is not null && attributes.TryGetValue("AWSTraceHeader", out var header) && XRayTraceHeader.TryParse(header.StringValue, out var context) && context.SpanId == Activity.Current!.SpanId ? "`AWSTraceHeader`" : null;

    /// <summary>What all entries carry; a text that is no context when they differ.</summary>
    private static string? Same(IEnumerable<string?> values) => values.Distinct().ToList() is [var one] ? one : "different";

    private static string? Json(string? json)
    {
        if (json is null)
            return null;
        var at = json.IndexOf("\"traceparent\":\"", StringComparison.Ordinal);
        return at < 0 ? null : json.Substring(at + 15, 55);
    }

    private static string Text(MemoryStream? data) => Encoding.UTF8.GetString(data!.ToArray());

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed record Carrier(string Name, Func<object> Make, Action<object> Inject, Func<object, string?> Read, Func<object>? MakeFull, Func<object, string?>? Fallback);
}
