using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Skylint.Observability;

/// <summary>
/// Asks the generator for a trace span, a duration metric and one log record around a call. On an interface it yields a sealed
/// decorator and a registration method; on a partial method it yields the method, which calls the <c>...Core</c> method beside it;
/// on a method of an observed interface it only changes the settings of that method.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method)]
public sealed class ObservedAttribute : Attribute
{
    /// <summary>The name of the operation in all three signals; by default <c>Type.Method</c>. Ignored on an interface.</summary>
    public string? Name { get; set; }

    /// <summary>The kind of the span. On an interface it holds for every method that does not say otherwise.</summary>
    public ActivityKind Kind { get; set; } = ActivityKind.Internal;

    /// <summary>The level of the record that a successful call writes; <see cref="LogLevel.None"/> writes none.</summary>
    public LogLevel SuccessLevel { get; set; } = LogLevel.Information;
}
