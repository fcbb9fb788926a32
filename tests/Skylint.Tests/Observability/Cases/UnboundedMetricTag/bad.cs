using System.Collections.Generic;
using System.Diagnostics.Metrics;

namespace Cases.UnboundedMetricTag;

public sealed class Bad(Meter meter)
{
    private readonly Counter<long> _placed = meter.CreateCounter<long>("orders.placed");

    public void Placed(string customerId, string channel) =>
        _placed.Add(1, new KeyValuePair<string, object?>("order.channel", channel), new KeyValuePair<string, object?>("customer.id", customerId));
}
