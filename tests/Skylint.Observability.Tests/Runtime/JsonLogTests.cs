using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Skylint.Observability.Tests.Support;
using Xunit;

namespace Skylint.Observability.Tests.Runtime;

/// <summary>Log records as JSON: the schema, and that whatever is logged, each line stays one valid object with distinct names.</summary>
[Collection(Serial.Name)]
public sealed class JsonLogTests
{
    [Fact]
    public void TheSchemaComesFirstAndInOrder()
    {
        using var activity = new Activity("a").Start();
        var line = Assert.Single(Write(log => log.LogWarning(new EventId(5, "Five"), "Hello {Name}", "World")));
        Assert.Equal(["timestamp", "level", "service", "trace_id", "span_id", "trace_flags", "message", "logger", "event_id", "event_name", "Name"], line.EnumerateObject().Select(p => p.Name));
        Assert.Equal("Warning", line.GetProperty("level").GetString());
        Assert.Equal("svc", line.GetProperty("service").GetString());
        Assert.Equal(activity.TraceId.ToHexString(), line.GetProperty("trace_id").GetString());
        Assert.Equal("00", line.GetProperty("trace_flags").GetString());
        Assert.True(line.GetProperty("timestamp").TryGetDateTimeOffset(out var time) && time.Offset == TimeSpan.Zero);
    }

    [Fact]
    public void WithoutATraceTheIdentifiersAreAbsent() =>
        Assert.Equal(["timestamp", "level", "service", "message", "logger"], Assert.Single(Write(log => log.LogInformation("x"))).EnumerateObject().Select(p => p.Name));

    [Fact]
    public void EveryCharacterSurvives()
    {
        var text = new string([.. Enumerable.Range(0, 0x3000).Select(i => (char)i).Where(c => !char.IsSurrogate(c))]) + "\u2028\u2029\ud83d\ude00";
        var line = Assert.Single(Write(log => log.LogInformation("{Text}", text)));
        Assert.Equal(text, line.GetProperty("message").GetString());
        Assert.Equal(text, line.GetProperty("Text").GetString());
    }

    [Fact]
    public void ValuesKeepTheirTypes()
    {
        var line = Assert.Single(Write(log => log.LogInformation("{A}{B}{C}{D}{E}{F}{G}{H}{I}", 1, 2.5, true, null, 3.5m, DayOfWeek.Friday, new[] { 1, 2 }, double.NaN, new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc))));
        Assert.Equal(["1", "2.5", "true", "null", "3.5", "\"Friday\"", "[1,2]", "\"NaN\"", "\"2024-01-02T03:04:05.0000000Z\""], "ABCDEFGHI".Select(c => line.GetProperty(c.ToString()).GetRawText()));
    }

    [Fact]
    public void FieldsNeverRepeatAndNeverTakeTheSchemasNames()
    {
        var line = Assert.Single(Write(log =>
        {
            using (log.BeginScope(new Dictionary<string, object> { ["tenant"] = "outer", ["only"] = 1 }))
            using (log.BeginScope(new Dictionary<string, object> { ["tenant"] = "inner" }))
                log.LogInformation("{message} {level} {tenant2}", "m", "l", 3);
        }));
        Assert.Equal(line.EnumerateObject().Count(), line.EnumerateObject().Select(p => p.Name).Distinct().Count());
        Assert.Equal("m", line.GetProperty("fields.message").GetString());
        Assert.Equal("l", line.GetProperty("fields.level").GetString());
        Assert.Equal("inner", line.GetProperty("tenant").GetString());
        Assert.Equal(1, line.GetProperty("only").GetInt32());
    }

    [Fact]
    public void ExceptionsAreFields()
    {
        var line = Assert.Single(Write(log => log.LogError(new AggregateException(new InvalidOperationException("why")), "failed")));
        Assert.Equal("System.InvalidOperationException", line.GetProperty("exception.type").GetString());
        Assert.Contains("why", line.GetProperty("exception.stacktrace").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AValueThatLogsWhileItIsWrittenDoesNotSpoilTheLine()
    {
        var lines = Write(log => log.LogInformation("{V}", new Chatty(log)));
        Assert.Contains(lines, l => l.GetProperty("message").GetString() == "inner");
        Assert.Contains(lines, l => l.TryGetProperty("V", out var v) && v.GetString() == "chatty");
    }

    [Fact]
    public void TheSamplerDropsWhatItShouldAndNoErrors()
    {
        var output = new StringWriter();
        using var factory = LoggerFactory.Create(b => b.AddProvider(new JsonLoggerProvider(output, "svc", new LogSampler(0))));
        var log = factory.CreateLogger("x");
        using var activity = new Activity("a").Start();
        log.LogInformation("dropped");
        log.LogError("kept");
        Assert.Equal("kept", JsonDocument.Parse(output.ToString()).RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public void OneCallWiresAHost()
    {
        var output = new StringWriter();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSkylintObservability(o =>
        {
            o.Service = "wired";
            o.Output = output;
            o.SuccessLogRatio = 0;
            o.SampleAllLogs = true;
        });
        try
        {
            using (var provider = services.BuildServiceProvider())
            {
                var log = provider.GetRequiredService<ILogger<JsonLogTests>>();
                log.LogInformation("no");
                log.LogWarning("yes");
            }

            var line = JsonDocument.Parse(output.ToString()).RootElement;
            Assert.Equal("yes", line.GetProperty("message").GetString());
            Assert.Equal("wired", line.GetProperty("service").GetString());
        }
        finally
        {
            new ServiceCollection().AddSkylintObservability(o => o.JsonConsole = false);
        }
    }

    private static IReadOnlyList<JsonElement> Write(Action<ILogger> write)
    {
        var output = new StringWriter();
        using (var factory = LoggerFactory.Create(builder => builder.AddProvider(new JsonLoggerProvider(output, "svc"))))
            write(factory.CreateLogger("Cat"));
        Assert.EndsWith("\n", output.ToString(), StringComparison.Ordinal);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private sealed class Chatty(ILogger log)
    {
        private bool _said;

        public override string ToString()
        {
            if (!_said)
            {
                _said = true;
                log.LogInformation("inner");
            }

            return "chatty";
        }
    }
}
