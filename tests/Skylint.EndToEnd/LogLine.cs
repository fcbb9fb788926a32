using System.Globalization;
using System.Text.Json;

namespace Skylint.EndToEnd;

/// <summary>A line of a service's standard output, held against the schema of log records.</summary>
public sealed class LogLine
{
    private static readonly string[] s_levels = ["Trace", "Debug", "Information", "Warning", "Error", "Critical"];

    private LogLine(JsonElement json) => Json = json;

    /// <summary>The whole record.</summary>
    public JsonElement Json { get; }

    public string Level => Text("level");

    public string Service => Text("service");

    public string Message => Text("message");

    public string Logger => Text("logger");

    /// <summary>The trace; empty for none.</summary>
    public string TraceId => Text("trace_id");

    /// <summary>The span; empty for none.</summary>
    public string SpanId => Text("span_id");

    /// <summary>The value of a field as text; empty when it is not there.</summary>
    public string Text(string field) => Json.TryGetProperty(field, out var value) ? value.ToString() : "";

    /// <summary>Reads a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="problem">What is wrong with it; null when nothing is.</param>
    /// <returns>The record; null when the line is no JSON object.</returns>
    public static LogLine? Parse(string text, out string? problem)
    {
        JsonElement json;
        try
        {
            using var document = JsonDocument.Parse(text);
            json = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            problem = $"no JSON: {text}";
            return null;
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            problem = $"no JSON object: {text}";
            return null;
        }

        var line = new LogLine(json);
        var wrong = line.Problems().FirstOrDefault();
        problem = wrong is null ? null : $"{wrong}: {text}";
        return line;
    }

    private IEnumerable<string> Problems()
    {
        string[] first = TraceId.Length > 0
            ? ["timestamp", "level", "service", "trace_id", "span_id", "trace_flags", "message", "logger"]
            : ["timestamp", "level", "service", "message", "logger"];
        var names = Json.EnumerateObject().Select(p => p.Name).ToList();
        if (!names.Take(first.Length).SequenceEqual(first))
            yield return $"the fields start with {string.Join(", ", names.Take(first.Length))} and not with {string.Join(", ", first)}";
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
            yield return "a field stands twice";
        if (!DateTimeOffset.TryParseExact(Text("timestamp"), "yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            yield return "the timestamp is no UTC time with microseconds";
        if (!s_levels.Contains(Level))
            yield return "the level is none";
        if (Service.Length == 0)
            yield return "there is no service";
        if (TraceId.Length > 0 && !(IsHex(TraceId, 32) && IsHex(SpanId, 16) && Text("trace_flags") is "00" or "01"))
            yield return "the identifiers are not lowercase hexadecimal of the right length";
        if (names.Contains("exception.type") && !(names.Contains("exception.message") && names.Contains("exception.stacktrace")))
            yield return "an exception lacks its message or its stack trace";
    }

    private static bool IsHex(string text, int length) => text.Length == length && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
