using System.Text.Encodings.Web;
using System.Text.Json;
using Skylint.EndToEnd.Otlp;

namespace Skylint.EndToEnd;

/// <summary>Writes one trace as a file that the documentation's picture is drawn from: spans in the order of the tree, times in microseconds from the start.</summary>
public static class TraceRecord
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of the file.</summary>
    /// <param name="journey">The run.</param>
    /// <param name="trace">The trace.</param>
    public static string Write(Journey journey, string trace)
    {
        var spans = journey.Spans.Where(s => s.TraceId == trace).ToList();
        var start = spans.Min(s => s.StartNanoseconds);
        var ordered = new List<object>();
        foreach (var root in spans.Where(s => spans.All(p => p.SpanId != s.ParentId)))
            Add(root, 0);
        return JsonSerializer.Serialize(new { traceId = trace, spans = ordered }, s_options).ReplaceLineEndings("\n") + "\n";

        void Add(Span span, int depth)
        {
            var lines = journey.Lines.Where(l => l.SpanId == span.SpanId).Select(l => new { level = l.Level, message = l.Message }).ToList();
            ordered.Add(new { depth, service = span.Service, name = span.Name, kind = span.Kind, start = (span.StartNanoseconds - start) / 1000, duration = (span.EndNanoseconds - span.StartNanoseconds) / 1000, links = span.Links.Count, records = lines });
            foreach (var child in spans.Where(s => s.ParentId == span.SpanId).OrderBy(s => s.StartNanoseconds))
                Add(child, depth + 1);
        }
    }
}
