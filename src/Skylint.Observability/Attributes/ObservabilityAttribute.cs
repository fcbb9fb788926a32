namespace Skylint.Observability;

/// <summary>What holds for every observed operation of the assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ObservabilityAttribute : Attribute
{
    /// <summary>The name of the service: the <c>service</c> of log records, and the name of the activity source and the meter. By default the assembly's name.</summary>
    public string? Service { get; set; }

    /// <summary>
    /// The share of traces, from 0 to 1, whose records below <c>Warning</c> are written. The trace identifier decides, so a trace is logged whole
    /// or not at all, in every service. Warnings and errors are always written.
    /// </summary>
    public double SuccessLogRatio { get; set; } = 1;
}
