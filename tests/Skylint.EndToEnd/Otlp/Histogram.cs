namespace Skylint.EndToEnd.Otlp;

/// <summary>One series of a histogram as a collector receives it, with what has been counted since the process started.</summary>
/// <param name="Service">The <c>service.name</c> of the process.</param>
/// <param name="Name">The name of the metric.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Count">How many values were recorded.</param>
/// <param name="Sum">The sum of the values.</param>
/// <param name="Tags">The attributes.</param>
public sealed record Histogram(string Service, string Name, string Unit, ulong Count, double Sum, IReadOnlyDictionary<string, string> Tags);
