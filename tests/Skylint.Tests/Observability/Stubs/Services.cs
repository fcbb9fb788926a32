// The parts of packages that the rules about telemetry look at, under their real names, where the packages themselves are not worth a dependency or not to be had.
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService
{
    using Model;

    public interface IAmazonSimpleNotificationService : IAmazonService
    {
        static ClientConfig IAmazonService.CreateDefaultClientConfig() => throw new NotSupportedException();
        static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => throw new NotSupportedException();
        Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default);
        Task<PublishResponse> PublishAsync(string topicArn, string message, CancellationToken cancellationToken = default);
        Task<PublishBatchResponse> PublishBatchAsync(PublishBatchRequest request, CancellationToken cancellationToken = default);
    }
}

namespace Amazon.SimpleNotificationService.Model
{
    public class MessageAttributeValue { public string? DataType { get; set; } public string? StringValue { get; set; } }

    public class PublishRequest : AmazonWebServiceRequest
    {
        public PublishRequest() { }
        public PublishRequest(string topicArn, string message) { }
        public string? TopicArn { get; set; }
        public string? PhoneNumber { get; set; }
        public string? Message { get; set; }
        public Dictionary<string, MessageAttributeValue>? MessageAttributes { get; set; }
    }

    public class PublishResponse : AmazonWebServiceResponse { }

    public class PublishBatchRequestEntry { public string? Id { get; set; } public string? Message { get; set; } public Dictionary<string, MessageAttributeValue>? MessageAttributes { get; set; } }

    public class PublishBatchRequest : AmazonWebServiceRequest { public List<PublishBatchRequestEntry>? PublishBatchRequestEntries { get; set; } }

    public class PublishBatchResponse : AmazonWebServiceResponse { }
}

namespace Amazon.EventBridge
{
    using Model;

    public interface IAmazonEventBridge : IAmazonService
    {
        static ClientConfig IAmazonService.CreateDefaultClientConfig() => throw new NotSupportedException();
        static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => throw new NotSupportedException();
        Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default);
    }
}

namespace Amazon.EventBridge.Model
{
    public class PutEventsRequestEntry { public string? Detail { get; set; } public string? DetailType { get; set; } public string? TraceHeader { get; set; } }

    public class PutEventsRequest : AmazonWebServiceRequest { public List<PutEventsRequestEntry>? Entries { get; set; } }

    public class PutEventsResponse : AmazonWebServiceResponse { }
}

namespace Amazon.Kinesis
{
    using Model;

    public interface IAmazonKinesis : IAmazonService
    {
        static ClientConfig IAmazonService.CreateDefaultClientConfig() => throw new NotSupportedException();
        static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => throw new NotSupportedException();
        Task<PutRecordResponse> PutRecordAsync(PutRecordRequest request, CancellationToken cancellationToken = default);
    }
}

namespace Amazon.Kinesis.Model
{
    public class PutRecordRequest : AmazonWebServiceRequest { public MemoryStream? Data { get; set; } public string? StreamName { get; set; } }

    public class PutRecordResponse : AmazonWebServiceResponse { }
}

namespace Amazon.Lambda
{
    using Model;

    public interface IAmazonLambda : IAmazonService
    {
        static ClientConfig IAmazonService.CreateDefaultClientConfig() => throw new NotSupportedException();
        static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => throw new NotSupportedException();
        Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken = default);
    }
}

namespace Amazon.Lambda.Model
{
    public class InvokeRequest : AmazonWebServiceRequest { public string? FunctionName { get; set; } public string? Payload { get; set; } public string? ClientContext { get; set; } }

    public class InvokeResponse : AmazonWebServiceResponse { }
}

namespace Microsoft.Extensions.Logging
{
    public static class LoggingBuilderExtensions
    {
        public static ILoggingBuilder SetMinimumLevel(this ILoggingBuilder builder, LogLevel level) => builder;
    }

    public class RandomProbabilisticSamplerOptions { }

    public static class SamplingLoggerBuilderExtensions
    {
        public static ILoggingBuilder AddTraceBasedSampler(this ILoggingBuilder builder) => builder;
        public static ILoggingBuilder AddRandomProbabilisticSampler(this ILoggingBuilder builder, double probability, LogLevel? level = null) => builder;
        public static ILoggingBuilder AddRandomProbabilisticSampler(this ILoggingBuilder builder, Action<RandomProbabilisticSamplerOptions> configure) => builder;
    }
}
