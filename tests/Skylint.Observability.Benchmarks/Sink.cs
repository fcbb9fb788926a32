using Microsoft.Extensions.Logging;

namespace Skylint.Observability.Benchmarks;

/// <summary>A logger that formats what it takes, as a real one would, and drops it.</summary>
public sealed class Sink(LogLevel level) : ILogger
{
    public bool IsEnabled(LogLevel logLevel) => logLevel >= level && level != LogLevel.None;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            GC.KeepAlive(formatter(state, exception));
    }
}
