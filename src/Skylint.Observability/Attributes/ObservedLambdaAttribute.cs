using Microsoft.Extensions.Logging;

namespace Skylint.Observability;

/// <summary>
/// Marks a partial method as an AWS Lambda handler: the generated part continues the trace that Lambda passes in, links the
/// messages of an SQS or SNS event, marks cold starts, measures <c>faas.invoke_duration</c> and flushes before the sandbox freezes.
/// The work itself stands in the <c>...Core</c> method beside it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ObservedLambdaAttribute : Attribute
{
    /// <summary>The name of the operation; by default <c>Type.Method</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The level of the record that a successful invocation writes; <see cref="LogLevel.None"/> writes none.</summary>
    public LogLevel SuccessLevel { get; set; } = LogLevel.Information;
}
