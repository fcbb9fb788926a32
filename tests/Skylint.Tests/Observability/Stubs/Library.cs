// Skylint.Observability, and what its generator writes, as far as the rules and their fixes look at them.
using System;
using Amazon.EventBridge.Model;
using Amazon.Lambda.Model;
using Amazon.SimpleNotificationService.Model;
using Amazon.SQS.Model;

namespace Skylint.Observability
{
    [AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method)]
    public sealed class ObservedAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class LogEventAttribute(int id, string template) : Attribute { public int Id => id; public string Template => template; }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class TagAttribute(string name) : Attribute { public string Name => name; }

    public static class SqsTraceContext
    {
        public static SendMessageRequest InjectTraceContext(this SendMessageRequest request) => request;
        public static SendMessageBatchRequest InjectTraceContext(this SendMessageBatchRequest request) => request;
    }

    public static class SnsTraceContext
    {
        public static PublishRequest InjectTraceContext(this PublishRequest request) => request;
        public static PublishBatchRequest InjectTraceContext(this PublishBatchRequest request) => request;
    }

    public static class EventBridgeTraceContext { public static PutEventsRequest InjectTraceContext(this PutEventsRequest request) => request; }

    public static class KinesisTraceContext { public static Amazon.Kinesis.Model.PutRecordRequest InjectTraceContextIntoJson(this Amazon.Kinesis.Model.PutRecordRequest request) => request; }

    public static class LambdaInvokeTraceContext { public static InvokeRequest InjectTraceContext(this InvokeRequest request) => request; }
}
