namespace Skylint.Observability;

/// <summary>What <see cref="ObservabilityExtensions.AddSkylintObservability"/> sets up.</summary>
public sealed class ObservabilityOptions
{
    /// <summary>The name of the service; null takes <c>OTEL_SERVICE_NAME</c>, the assembly's <see cref="ObservabilityAttribute"/>, or the Lambda function's name.</summary>
    public string? Service { get; set; }

    /// <summary>The share of traces, from 0 to 1, whose records below <c>Warning</c> are written, for all assemblies; null leaves it to each assembly's attribute.</summary>
    public double? SuccessLogRatio { get; set; }

    /// <summary>Applies the ratio to the records of the application too, not only to those of observed operations. Needs <see cref="JsonConsole"/>.</summary>
    public bool SampleAllLogs { get; set; }

    /// <summary>Writes JSON to the standard output, in place of the console provider that a host adds.</summary>
    public bool JsonConsole { get; set; } = true;

    /// <summary>Where the JSON goes; null for the standard output.</summary>
    public TextWriter? Output { get; set; }

    /// <summary>Called when a Lambda invocation ends, before the sandbox freezes: the place to flush exporters. What it throws is ignored.</summary>
    public Action? FlushAfterInvocation { get; set; }
}
