using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Skylint.Docs;

/// <summary>
/// The waterfall of one order's trace through the sample service: what a run through real queues and a database left at its collector, as
/// <c>tests/Skylint.EndToEnd/run.sh --record</c> wrote it down.
/// </summary>
internal static class TracePicture
{
    private const string Record = "samples/OrdersService/trace.json";
    private const string Output = "docs/images/trace.svg";
    private const double Names = 330;
    private const double Bars = 520;
    private const double RowHeight = 26;
    private const double Top = 56;

    private static readonly string[] s_colours = ["#4e9a8f", "#c88a4a", "#7f86c9", "#b46a8c", "#8fa04e"];

    /// <summary>The picture; nothing while no run has been recorded.</summary>
    public static IEnumerable<Document> Render(RepositoryFolder repository)
    {
        if (repository.Read(Record) is { } record)
            yield return new Document(Output, Draw(record));
    }

    private static string Draw(string record)
    {
        using var document = JsonDocument.Parse(record);
        var spans = document.RootElement.GetProperty("spans").EnumerateArray().ToList();
        var end = spans.Max(s => Number(s, "start") + Number(s, "duration"));
        var services = spans.Select(s => Text(s, "service")).Distinct().ToList();
        var body = new StringBuilder();
        Legend(body, services);
        Scale(body, end, spans.Count);
        var y = Top;
        foreach (var span in spans)
        {
            var colour = s_colours[services.IndexOf(Text(span, "service")) % s_colours.Length];
            var x = Names + (Number(span, "start") / end * Bars);
            var width = Math.Max(2, Number(span, "duration") / end * Bars);
            var indent = 16 + (Number(span, "depth") * 16);
            var records = span.GetProperty("records").EnumerateArray().ToList();
            var title = string.Join("\n", records.Select(r => $"{Text(r, "level")}: {Text(r, "message")}"));
            body.Append(CultureInfo.InvariantCulture, $"  <g><title>{Escape($"{Text(span, "service")}, {Text(span, "kind")}\n{title}")}</title>\n");
            body.Append(CultureInfo.InvariantCulture, $"    <text x=\"{indent}\" y=\"{y + 17}\">{Escape(Text(span, "name"))}{(Number(span, "links") > 0 ? " <tspan class=\"d\">linked</tspan>" : "")}</text>\n");
            body.Append(CultureInfo.InvariantCulture, $"    <rect x=\"{x:0.#}\" y=\"{y + 5}\" width=\"{width:0.#}\" height=\"16\" rx=\"2\" fill=\"{colour}\"/>\n");
            body.Append(CultureInfo.InvariantCulture, $"    <text x=\"{Names + Bars + 10}\" y=\"{y + 17}\" class=\"d\">{Number(span, "duration") / 1000:0.0} ms, {records.Count} {(records.Count == 1 ? "record" : "records")}</text>\n  </g>\n");
            y += RowHeight;
        }

        return string.Create(CultureInfo.InvariantCulture, $$"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{{Names + Bars + 160}}" height="{{y + 16}}" font-family="Segoe UI, Helvetica, 'DejaVu Sans', sans-serif" font-size="13">
              <style>text { fill: #d4d4d4 } .d { fill: #8b949e; font-size: 11px } .g { stroke: #30363d }</style>
              <rect width="100%" height="100%" rx="6" fill="#1e1e1e"/>
            {{body}}</svg>

            """).ReplaceLineEndings("\n");
    }

    private static void Legend(StringBuilder body, List<string> services)
    {
        var x = 16.0;
        for (var i = 0; i < services.Count; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $"  <rect x=\"{x}\" y=\"14\" width=\"12\" height=\"12\" rx=\"2\" fill=\"{s_colours[i % s_colours.Length]}\"/><text x=\"{x + 18}\" y=\"25\">{Escape(services[i])}</text>\n");
            x += 34 + (services[i].Length * 8);
        }
    }

    private static void Scale(StringBuilder body, double end, int rows)
    {
        for (var i = 0; i <= 4; i++)
        {
            var x = Names + (Bars * i / 4);
            body.Append(CultureInfo.InvariantCulture, $"  <path class=\"g\" d=\"M{x} {Top - 4} V{Top + (rows * RowHeight)}\"/><text x=\"{x}\" y=\"{Top - 10}\" class=\"d\" text-anchor=\"middle\">{end * i / 4 / 1000:0} ms</text>\n");
        }
    }

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string Escape(string text) => new XText(text).ToString();
}
