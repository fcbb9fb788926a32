using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Skylint.Observability;

/// <summary>Observes the processing of messages of one messaging system: a consumer span with a link to the message's origin, <c>messaging.process.duration</c> and one log record. Called by generated carriers.</summary>
/// <param name="source">The sources of the assembly.</param>
/// <param name="system">The value of <c>messaging.system</c>, such as <c>aws_sqs</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MessageProcessor(TelemetrySource source, string system)
{
    private readonly ConcurrentDictionary<string, Operation> _operations = new(StringComparer.Ordinal);

    /// <summary>
    /// Processes a message. The span is linked to the message's origin; its parent is the current activity, and where there is none, the origin.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="handler">What processes it. What it throws is recorded and passed on.</param>
    /// <param name="origin">The context that the message carries; the default value when it carries none.</param>
    /// <param name="messageId">The identifier of the message, if it has one.</param>
    /// <param name="destination">The name of the queue, topic or stream, where it is known.</param>
    /// <param name="logger">The logger; null for no log record.</param>
    /// <param name="cancellation">The caller's token.</param>
    /// <typeparam name="TMessage">The type of the message.</typeparam>
    public Task ProcessAsync<TMessage>(TMessage message, Func<TMessage, Task> handler, ActivityContext origin, string? messageId, string? destination, ILogger? logger, CancellationToken cancellation)
    {
        if (handler is null)
            throw new ArgumentNullException(nameof(handler));
        var operation = _operations.GetOrAdd(destination ?? "", Create);
        if (operation.IsOff(logger))
            return handler(message);
        var tags = new MessageTags(system, destination, messageId);
        ObservedCall<MessageTags> call;
        if (source.Activities.HasListeners())
        {
            var links = origin == default ? null : new[] { new ActivityLink(origin) };
            var parent = Activity.Current is null ? origin : default;
            var spanTags = new KeyValuePair<string, object?>[] { tags[0], tags[1], new(operation.NameTag, operation.NameValue) };
            call = operation.Start(tags, logger, cancellation, parent, links, spanTags);
        }
        else
        {
            call = operation.Start(tags, logger, cancellation);
        }

        try
        {
            return call.Complete(handler(message));
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            throw;
        }
    }

    private Operation Create(string destination) =>
        new(source, destination.Length == 0 ? "process" : "process " + destination, source.ProcessDuration, "messaging.operation.name", "process") { Kind = ActivityKind.Consumer };
}
