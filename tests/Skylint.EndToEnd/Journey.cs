using Skylint.EndToEnd.Otlp;

namespace Skylint.EndToEnd;

/// <summary>
/// Everything that a run of the sample left behind, held against what it should have: orders that go from the API through SQS and SNS to the ledger and to shipping,
/// and one message that is no order.
/// </summary>
/// <param name="Spans">The spans that the collector received.</param>
/// <param name="Histograms">The histograms that the collector received.</param>
/// <param name="Lines">The log lines of all processes.</param>
/// <param name="Orders">How many orders were placed.</param>
/// <param name="PoisonTrace">The trace of the message that is no order.</param>
public sealed record Journey(IReadOnlyList<Span> Spans, IReadOnlyList<Histogram> Histograms, IReadOnlyList<LogLine> Lines, int Orders, string PoisonTrace)
{
    /// <summary>What no signal may contain: the argument that the sample marks as sensitive.</summary>
    public const string Customer = "customer-of-the-end-to-end-run";

    private const string Placed = "IOrderService.PlaceAsync";
    private const string PoisonError = "System.Text.Json.JsonException";

    /// <summary>The spans of an order: name, kind, name of the parent, and whether it is linked to it as well.</summary>
    private static readonly (string Name, string Kind, string Parent, bool Linked)[] s_tree =
    [
        (Placed, "internal", "POST", false),
        ("process placed", "consumer", Placed, true),
        ("ILedger.BookAsync", "internal", "process placed", false),
        ("process shipping", "consumer", Placed, true),
        ("Dispatcher.DispatchAsync", "internal", "process shipping", false),
    ];

    private static readonly (string Logger, string Message)[] s_records =
    [
        ("OrdersService.Orders.OrderService", "Order "),
        ("OrdersService.Worker.OrderWorker", "process placed completed"),
        ("OrdersService.Ledger.OrderLedger", "ILedger.BookAsync completed"),
        ("OrdersService.Shipping.ShippingWorker", "process shipping completed"),
        ("OrdersService.Shipping.Dispatcher", "Order "),
    ];

    /// <summary>The traces of the orders.</summary>
    public IReadOnlyList<string> OrderTraces => [.. Spans.Where(s => s.Name == Placed).Select(s => s.TraceId).Distinct()];

    /// <summary>Whether everything that is waited for has arrived, so that a verdict can be given.</summary>
    /// <param name="database">Whether the database reports spans of its own.</param>
    public bool IsComplete(bool database) =>
        s_tree.All(expected => Spans.Count(s => s.Name == expected.Name && !s.IsError) >= Orders)
        && Spans.Count(s => s.Kind == "server") >= Orders
        && (!database || Spans.Count(IsDatabase) >= Orders)
        && Spans.Any(s => s.TraceId == PoisonTrace)
        && Count("operation.duration", ("operation.name", Placed)) >= (ulong)Orders
        && Count("operation.duration", ("operation.name", "ILedger.BookAsync")) >= (ulong)Orders
        && Count("operation.duration", ("operation.name", "Dispatcher.DispatchAsync")) >= (ulong)Orders
        && Count("messaging.process.duration", ("messaging.destination.name", "shipping")) >= (ulong)Orders
        && Count("messaging.process.duration", ("messaging.destination.name", "placed"), ("error.type", "")) >= (ulong)Orders
        && Count("messaging.process.duration", ("error.type", PoisonError)) >= 1;

    /// <summary>What is not as it should be; empty when all is.</summary>
    /// <param name="database">Whether the database reports spans of its own.</param>
    public IReadOnlyList<string> Problems(bool database)
    {
        var problems = new List<string>();
        if (OrderTraces.Count != Orders)
            problems.Add($"{Orders} orders were placed, in {OrderTraces.Count} traces");
        foreach (var trace in OrderTraces)
            problems.AddRange(TraceProblems(trace, database).Select(problem => $"trace {trace}: {problem}"));
        problems.AddRange(Poison());
        problems.AddRange(Strangers());
        problems.AddRange(Metrics());
        problems.AddRange(Lines.Where(l => l.Json.GetRawText().Contains(Customer, StringComparison.Ordinal)).Select(l => $"a sensitive value is logged: {l.Json}"));
        problems.AddRange(Spans.Where(s => s.Tags.Values.Any(v => v.Contains(Customer, StringComparison.Ordinal))).Select(s => $"a sensitive value is a tag of {s.Name}"));
        return problems;
    }

    private IEnumerable<string> TraceProblems(string trace, bool database)
    {
        var spans = Spans.Where(s => s.TraceId == trace).ToList();
        var byId = spans.ToDictionary(s => s.SpanId);
        foreach (var (name, kind, parentName, linked) in s_tree)
        {
            var found = spans.Where(s => s.Name == name).ToList();
            if (found is not [var span])
            {
                yield return $"{found.Count} spans '{name}', not one";
                continue;
            }

            if (span.Kind != kind)
                yield return $"'{name}' is of kind {span.Kind}, not {kind}";
            if (span.IsError)
                yield return $"'{name}' has failed";
            if (!byId.TryGetValue(span.ParentId, out var parent) || !parent.Name.StartsWith(parentName, StringComparison.Ordinal))
                yield return $"'{name}' is not below '{parentName}'";
            if (linked && (parent is null || !span.Links.SequenceEqual([$"{parent.TraceId}:{parent.SpanId}"])))
                yield return $"'{name}' is not linked to '{parentName}'";
        }

        if (spans.Count(s => s.Kind == "server" && s.ParentId.Length == 0) != 1)
            yield return "no single server span at the root";
        if (database && !spans.Any(s => IsDatabase(s) && byId.TryGetValue(s.ParentId, out var p) && p.Name == "ILedger.BookAsync"))
            yield return "no span of the database below 'ILedger.BookAsync'";
        foreach (var (logger, message) in s_records)
        {
            if (!Lines.Any(l => l.TraceId == trace && l.Logger == logger && l.Level == "Information" && l.Message.StartsWith(message, StringComparison.Ordinal)))
                yield return $"no record '{message}...' of {logger}";
        }

        var orders = Lines.Where(l => l.TraceId == trace && l.Text("order.id").Length > 0).Select(l => l.Text("order.id")).Distinct().ToList();
        if (orders.Count != 1)
            yield return $"the records name {orders.Count} orders, not one";
    }

    /// <summary>A failure leaves the same error type in all three signals, and one record for each attempt.</summary>
    private IEnumerable<string> Poison()
    {
        var spans = Spans.Where(s => s.TraceId == PoisonTrace).ToList();
        var records = Lines.Where(l => l.TraceId == PoisonTrace && l.Level == "Error").ToList();
        if (spans.Count == 0 || spans.Any(s => s.Name != "process placed" || !s.IsError || s.Tags.GetValueOrDefault("error.type") != PoisonError))
            yield return $"the poison's spans are not failures of 'process placed' with the error type {PoisonError}";
        if (records.Count != spans.Count || records.Any(r => r.Text("error.type") != PoisonError || r.Text("exception.type") != PoisonError))
            yield return $"the poison has {spans.Count} spans and {records.Count} error records with the error type {PoisonError}";
        foreach (var other in Lines.Where(l => l.Level is "Error" or "Critical" && l.TraceId != PoisonTrace))
            yield return $"an error that nobody made: {other.Json}";
    }

    /// <summary>Spans and records that belong to no order.</summary>
    private IEnumerable<string> Strangers()
    {
        var traces = OrderTraces.Append(PoisonTrace).ToHashSet();
        var spans = Spans.ToDictionary(s => s.SpanId);
        foreach (var span in Spans.Where(s => !traces.Contains(s.TraceId)))
            yield return $"'{span.Name}' of {span.Service} is in the trace {span.TraceId}, which is no order's";
        foreach (var line in Lines)
        {
            if (line.TraceId.Length == 0)
            {
                if (line.Logger.StartsWith("OrdersService", StringComparison.Ordinal))
                    yield return $"a record without a trace: {line.Json}";
            }
            else if (!traces.Contains(line.TraceId))
            {
                yield return $"a record of a trace that is no order's: {line.Json}";
            }
            else if (!spans.TryGetValue(line.SpanId, out var span) || span.TraceId != line.TraceId || span.Service != line.Service)
            {
                yield return $"a record whose span {line.SpanId} its service did not export: {line.Json}";
            }
        }
    }

    /// <summary>Rate and errors are counts of the duration histograms, in seconds.</summary>
    private IEnumerable<string> Metrics()
    {
        foreach (var name in new[] { Placed, "ILedger.BookAsync", "Dispatcher.DispatchAsync" })
        {
            if (Count("operation.duration", ("operation.name", name)) is var count && count != (ulong)Orders)
                yield return $"operation.duration of {name} counts {count}, not {Orders}";
        }

        if (Count("operation.duration", ("operation.name", Placed), ("order.channel", "web")) != (ulong)Orders)
            yield return "operation.duration lacks the tag order.channel";
        foreach (var queue in new[] { "placed", "shipping" })
        {
            if (Count("messaging.process.duration", ("messaging.destination.name", queue), ("messaging.system", "aws_sqs"), ("error.type", "")) is var count && count != (ulong)Orders)
                yield return $"messaging.process.duration of {queue} counts {count} successes, not {Orders}";
        }

        var failures = (ulong)Spans.Count(s => s.TraceId == PoisonTrace);
        if (Count("messaging.process.duration", ("error.type", PoisonError)) is var errors && errors != failures)
            yield return $"messaging.process.duration counts {errors} errors, and there are {failures} spans";
        foreach (var series in Histograms.Where(h => h.Name is "operation.duration" or "messaging.process.duration"))
        {
            if (series.Unit != "s" || series.Sum is not (> 0 and < 600))
                yield return $"{series.Name} has the unit '{series.Unit}' and the sum {series.Sum}";
            if (series.Tags.ContainsKey("order.id") || series.Tags.ContainsKey("messaging.message.id"))
                yield return $"{series.Name} has an identifier as a tag";
        }
    }

    /// <summary>The count over all series with these tags; an empty value asks for the tag's absence.</summary>
    private ulong Count(string name, params (string Key, string Value)[] tags) =>
        Histograms.Where(h => h.Name == name && tags.All(t => h.Tags.GetValueOrDefault(t.Key, "") == t.Value)).Aggregate(0UL, (sum, h) => sum + h.Count);

    private static bool IsDatabase(Span span) => span.Kind == "client" && (span.Tags.ContainsKey("db.system") || span.Tags.ContainsKey("db.system.name"));
}
