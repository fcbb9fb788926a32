using Microsoft.CodeAnalysis;
using Skylint.Sdk.Model;

namespace Skylint.Observability;

/// <summary>The operations of AWS clients that hand work to another process, and how each can carry a trace context.</summary>
internal static class MessageSends
{
    /// <summary>The carrier class that the generator of Skylint.Observability writes for a send; null when the call is none.</summary>
    public static string? CarrierOf(OperationCall call) => (NamespaceOf(call.Client), call.Name) switch
    {
        ("SQS", "SendMessage" or "SendMessageBatch") => "SqsTraceContext",
        ("SimpleNotificationService", "Publish" or "PublishBatch") => "SnsTraceContext",
        ("EventBridge", "PutEvents") => "EventBridgeTraceContext",
        ("Kinesis", "PutRecord" or "PutRecords") => "KinesisTraceContext",
        ("Lambda", "Invoke") => "LambdaInvokeTraceContext",
        _ => null,
    };

    /// <summary>Whether a method's name is one of them: the cheap question before the one above.</summary>
    public static bool IsNamed(string method) => method is
        "SendMessageAsync" or "SendMessageBatchAsync" or "PublishAsync" or "PublishBatchAsync" or "PutEventsAsync" or "PutRecordAsync" or "PutRecordsAsync" or "InvokeAsync"
        or "SendMessage" or "SendMessageBatch" or "Publish" or "PublishBatch" or "PutEvents" or "PutRecord" or "PutRecords" or "Invoke";

    private static string? NamespaceOf(ITypeSymbol client)
    {
        foreach (var type in client.AllInterfaces.Prepend(client))
        {
            for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
            {
                if (at.ContainingNamespace is { ContainingNamespace: { Name: "Amazon", ContainingNamespace.IsGlobalNamespace: true } } space && space.Name != "Runtime")
                    return space.Name;
            }
        }

        return null;
    }
}
