using System.Globalization;

namespace Skylint.EndToEnd.Otlp;

/// <summary>Reads the two export requests of OTLP 1.x, as far as a check needs them. The field numbers are those of opentelemetry-proto.</summary>
internal static class OtlpMessages
{
    private static readonly string[] s_kinds = ["unspecified", "internal", "server", "client", "producer", "consumer"];

    /// <summary>The spans of an <c>ExportTraceServiceRequest</c>.</summary>
    public static List<Span> Traces(ReadOnlySpan<byte> request)
    {
        var spans = new List<Span>();
        Each(request, (service, scope) =>
        {
            var reader = new ProtoReader(scope);
            while (reader.Next())
            {
                if (reader.Field == 2)
                    spans.Add(ReadSpan(service, reader.Bytes));
            }
        });
        return spans;
    }

    /// <summary>The histograms of an <c>ExportMetricsServiceRequest</c>.</summary>
    public static List<Histogram> Metrics(ReadOnlySpan<byte> request)
    {
        var histograms = new List<Histogram>();
        Each(request, (service, scope) =>
        {
            var reader = new ProtoReader(scope);
            while (reader.Next())
            {
                if (reader.Field == 2)
                    ReadMetric(service, reader.Bytes, histograms);
            }
        });
        return histograms;
    }

    private delegate void Scope(string service, ReadOnlySpan<byte> scope);

    /// <summary>Both requests are resources with a list of scopes each, under the same numbers.</summary>
    private static void Each(ReadOnlySpan<byte> request, Scope action)
    {
        var resources = new ProtoReader(request);
        while (resources.Next())
        {
            if (resources.Field != 1)
                continue;
            var service = "";
            var parts = new ProtoReader(resources.Bytes);
            while (parts.Next())
            {
                if (parts.Field == 1)
                    service = Attributes(parts.Bytes, 1).GetValueOrDefault("service.name", "");
                else if (parts.Field == 2)
                    action(service, parts.Bytes);
            }
        }
    }

    private static Span ReadSpan(string service, ReadOnlySpan<byte> message)
    {
        string trace = "", id = "", parent = "", name = "";
        ulong kind = 0, start = 0, end = 0;
        var error = false;
        var links = new List<string>();
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    trace = reader.Hex;
                    break;
                case 2:
                    id = reader.Hex;
                    break;
                case 4:
                    parent = reader.Hex;
                    break;
                case 5:
                    name = reader.Text;
                    break;
                case 6:
                    kind = reader.Number;
                    break;
                case 7:
                    start = reader.Number;
                    break;
                case 8:
                    end = reader.Number;
                    break;
                case 13:
                    links.Add(Link(reader.Bytes));
                    break;
                case 15:
                    error = Status(reader.Bytes) == 2;
                    break;
            }
        }

        return new Span(service, name, s_kinds[Math.Min((int)kind, s_kinds.Length - 1)], trace, id, parent, start, end, error, Attributes(message, 9), links);
    }

    private static string Link(ReadOnlySpan<byte> message)
    {
        string trace = "", span = "";
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            if (reader.Field == 1)
                trace = reader.Hex;
            else if (reader.Field == 2)
                span = reader.Hex;
        }

        return $"{trace}:{span}";
    }

    private static ulong Status(ReadOnlySpan<byte> message)
    {
        ulong code = 0;
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            if (reader.Field == 3)
                code = reader.Number;
        }

        return code;
    }

    private static void ReadMetric(string service, ReadOnlySpan<byte> message, List<Histogram> histograms)
    {
        string name = "", unit = "";
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            if (reader.Field == 1)
                name = reader.Text;
            else if (reader.Field == 3)
                unit = reader.Text;
            else if (reader.Field == 9)
                Points(service, name, unit, reader.Bytes, histograms);
        }
    }

    private static void Points(string service, string name, string unit, ReadOnlySpan<byte> message, List<Histogram> histograms)
    {
        var points = new ProtoReader(message);
        while (points.Next())
        {
            if (points.Field != 1)
                continue;
            ulong count = 0;
            double sum = 0;
            var reader = new ProtoReader(points.Bytes);
            while (reader.Next())
            {
                if (reader.Field == 4)
                    count = reader.Number;
                else if (reader.Field == 5)
                    sum = reader.Double;
            }

            histograms.Add(new Histogram(service, name, unit, count, sum, Attributes(points.Bytes, 9)));
        }
    }

    private static Dictionary<string, string> Attributes(ReadOnlySpan<byte> message, int field)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            if (reader.Field != field)
                continue;
            var key = "";
            var value = "";
            var pair = new ProtoReader(reader.Bytes);
            while (pair.Next())
            {
                if (pair.Field == 1)
                    key = pair.Text;
                else if (pair.Field == 2)
                    value = Value(pair.Bytes);
            }

            attributes[key] = value;
        }

        return attributes;
    }

    private static string Value(ReadOnlySpan<byte> message)
    {
        var reader = new ProtoReader(message);
        if (!reader.Next())
            return "";
        return reader.Field switch
        {
            1 => reader.Text,
            2 => reader.Number != 0 ? "true" : "false",
            3 => ((long)reader.Number).ToString(CultureInfo.InvariantCulture),
            4 => reader.Double.ToString(CultureInfo.InvariantCulture),
            _ => "...",
        };
    }
}
