using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Skylint.Observability;

/// <summary>
/// Writes log records as flat JSON, one line each: <c>timestamp, level, service, trace_id, span_id, trace_flags, message, logger</c>, then
/// <c>event_id, event_name</c> and <c>exception.type, exception.message, exception.stacktrace</c> where there are any, then the fields of the record and of its scopes.
/// Identifiers are lowercase hexadecimal. A field whose name the schema has taken stands under <c>fields.</c>; where names repeat, the record wins over its
/// scopes and inner scopes over outer ones.
/// </summary>
public static class JsonLogWriter
{
    private static readonly HashSet<string> s_reserved = new(StringComparer.Ordinal)
    {
        "timestamp", "level", "service", "trace_id", "span_id", "trace_flags", "message", "logger", "event_id", "event_name",
        "exception.type", "exception.message", "exception.stacktrace",
    };

    /// <summary>Writes a record and the end of its line.</summary>
    /// <param name="entry">The record.</param>
    /// <param name="scopes">The scopes around it; null for none.</param>
    /// <param name="writer">Where to write.</param>
    /// <param name="service">The name of the service; null for the one that the process has chosen.</param>
    /// <param name="timestamp">The time of the record; null for now.</param>
    /// <typeparam name="TState">The type of the record's state.</typeparam>
    public static void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter writer, string? service = null, DateTimeOffset? timestamp = null)
    {
        var message = entry.Formatter?.Invoke(entry.State, entry.Exception);
        if (message is null && entry.Exception is null)
            return;
        var json = JsonBuffer.Rent();
        try
        {
            json.Begin();
            json.TryKey("timestamp");
            json.Timestamp(timestamp ?? DateTimeOffset.UtcNow);
            json.Field("level", LevelName(entry.LogLevel));
            json.Field("service", service ?? ObservabilityRuntime.Service);
            if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity)
            {
                json.Field("trace_id", activity.TraceId.ToHexString());
                json.Field("span_id", activity.SpanId.ToHexString());
                json.Field("trace_flags", (activity.ActivityTraceFlags & ActivityTraceFlags.Recorded) != 0 ? "01" : "00");
            }

            json.Field("message", message ?? "");
            json.Field("logger", entry.Category);
            if (entry.EventId.Id != 0)
            {
                json.TryKey("event_id");
                json.Number(entry.EventId.Id);
            }

            if (!string.IsNullOrEmpty(entry.EventId.Name))
                json.Field("event_name", entry.EventId.Name!);
            if (entry.Exception is { } exception)
            {
                json.Field("exception.type", ErrorType.Of(exception));
                json.Field("exception.message", exception.Message);
                json.Field("exception.stacktrace", exception.ToString());
            }

            Fields(json, entry.State);
            scopes?.ForEachScope(static (scope, buffer) => buffer.Add(scope), t_scopes ??= []);
            if (t_scopes is { Count: > 0 } collected)
            {
                for (var i = collected.Count - 1; i >= 0; i--)
                    Fields(json, collected[i]);
                collected.Clear();
            }

            json.End();
            json.CopyTo(writer);
        }
        finally
        {
            json.Return();
        }
    }

    [ThreadStatic]
    private static List<object?>? t_scopes;

    private static void Fields(JsonBuffer json, object? state)
    {
        if (state is IReadOnlyList<KeyValuePair<string, object?>> list)
        {
            for (var i = 0; i < list.Count; i++)
                Field(json, list[i]);
        }
        else if (state is IEnumerable<KeyValuePair<string, object?>> fields)
        {
            foreach (var field in fields)
                Field(json, field);
        }
    }

    private static void Field(JsonBuffer json, KeyValuePair<string, object?> field)
    {
        if (field.Key == "{OriginalFormat}")
            return;
        if (json.TryKey(s_reserved.Contains(field.Key) ? "fields." + field.Key : field.Key))
            json.Value(field.Value);
    }

    private static string LevelName(LogLevel level) => level switch
    {
        LogLevel.Trace => "Trace",
        LogLevel.Debug => "Debug",
        LogLevel.Information => "Information",
        LogLevel.Warning => "Warning",
        LogLevel.Error => "Error",
        LogLevel.Critical => "Critical",
        _ => "None",
    };
}
