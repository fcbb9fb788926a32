using Microsoft.Extensions.Logging;

namespace Skylint.Observability;

/// <summary>Gives the record of a successful call its own event identifier and message. The template is checked against the parameters.</summary>
/// <param name="id">The event identifier.</param>
/// <param name="message">The message template; a hole is the name of a parameter, with an optional alignment and format: <c>{total,10:0.00}</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LogEventAttribute(int id, string message) : Attribute
{
    /// <summary>The event identifier.</summary>
    public int Id { get; } = id;

    /// <summary>The message template.</summary>
    public string Message { get; } = message;

    /// <summary>The event name; by default the method's name.</summary>
    public string? Name { get; set; }

    /// <summary>The level; it wins over the level that <see cref="ObservedAttribute"/> names.</summary>
    public LogLevel Level { get; set; } = LogLevel.Information;
}
