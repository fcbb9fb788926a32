namespace Skylint.Observability;

/// <summary>Puts the argument on the span and into the log record, and with <see cref="Metric"/> on the metric as well.</summary>
/// <param name="name">The name of the tag, such as <c>order.id</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TagAttribute(string name) : Attribute
{
    /// <summary>The name of the tag.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// Puts the argument on the metric too. Each distinct value is a time series that is paid for, so the set of values must be known:
    /// a <see cref="bool"/>, an enum, a string with <see cref="Values"/>, or a string with <see cref="MaxValues"/>.
    /// </summary>
    public bool Metric { get; set; }

    /// <summary>The values that the metric tells apart; every other one is recorded as <c>_OTHER</c>.</summary>
    public string[]? Values { get; set; }

    /// <summary>How many distinct values the metric tells apart, in the order in which the process sees them; every later one is recorded as <c>_OTHER</c>.</summary>
    public int MaxValues { get; set; }
}
