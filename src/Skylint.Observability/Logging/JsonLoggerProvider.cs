using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Skylint.Observability;

/// <summary>
/// Writes log records to the standard output in the schema of <see cref="JsonLogWriter"/>, on the thread that logs: nothing is left in a queue when a Lambda
/// sandbox freezes or a container stops. Needs no further package.
/// </summary>
public sealed class JsonLoggerProvider : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentDictionary<string, ILogger> _loggers = new(StringComparer.Ordinal);
    private readonly TextWriter _writer;
    private readonly string? _service;
    private readonly LogSampler _sampler;
    private IExternalScopeProvider? _scopes;

    /// <summary>Makes a provider.</summary>
    /// <param name="writer">Where to write; null for the standard output.</param>
    /// <param name="service">The name of the service; null for the one that the process has chosen.</param>
    /// <param name="sampler">Drops records below <c>Warning</c> of traces that are not kept; null keeps all.</param>
    public JsonLoggerProvider(TextWriter? writer = null, string? service = null, LogSampler? sampler = null)
    {
        _writer = writer ?? Console.Out;
        _service = service;
        _sampler = sampler ?? LogSampler.All;
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => _loggers.GetOrAdd(categoryName, name => new JsonLogger(name, this));

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_writer)
            _writer.Flush();
    }

    private sealed class JsonLogger(string category, JsonLoggerProvider provider) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => provider._scopes?.Push(state);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel) || !provider._sampler.ShouldLog(logLevel, Activity.Current))
                return;
            var entry = new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter);
            lock (provider._writer)
            {
                JsonLogWriter.Write(entry, provider._scopes, provider._writer, provider._service);
                provider._writer.Flush();
            }
        }
    }
}
