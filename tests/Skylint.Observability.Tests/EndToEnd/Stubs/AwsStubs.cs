// The parts of AWS packages that carriers touch, under their real names, for packages whose surface is too small to be worth a dependency here.
#pragma warning disable CA1002, CA2227
namespace Amazon.SimpleNotificationService.Model
{
    public class MessageAttributeValue
    {
        public string? DataType { get; set; }
        public string? StringValue { get; set; }
    }

    public class PublishRequest
    {
        public Dictionary<string, MessageAttributeValue>? MessageAttributes { get; set; }
    }

    public class PublishBatchRequest
    {
        public List<PublishBatchRequestEntry>? PublishBatchRequestEntries { get; set; }
    }

    public class PublishBatchRequestEntry
    {
        public Dictionary<string, MessageAttributeValue>? MessageAttributes { get; set; }
    }
}

namespace Amazon.EventBridge.Model
{
    public class PutEventsRequest
    {
        public List<PutEventsRequestEntry>? Entries { get; set; }
    }

    public class PutEventsRequestEntry
    {
        public string? Detail { get; set; }
        public string? TraceHeader { get; set; }
    }
}

namespace Amazon.Kinesis.Model
{
    public class PutRecordRequest
    {
        public MemoryStream? Data { get; set; }
    }

    public class PutRecordsRequest
    {
        public List<PutRecordsRequestEntry>? Records { get; set; }
    }

    public class PutRecordsRequestEntry
    {
        public MemoryStream? Data { get; set; }
    }
}

namespace Amazon.Lambda.Model
{
    public class InvokeRequest
    {
        public string? ClientContext { get; set; }
    }
}

namespace Amazon.Lambda.Core
{
    public interface IClientContext
    {
        IDictionary<string, string> Custom { get; }
    }

    public interface ILambdaContext
    {
        string AwsRequestId { get; }
        IClientContext? ClientContext { get; }
    }
}

namespace Amazon.Lambda.SQSEvents
{
    public class SQSEvent
    {
        public List<SQSMessage>? Records { get; set; }

        public class MessageAttribute
        {
            public string? StringValue { get; set; }
        }

        public class SQSMessage
        {
            public string? MessageId { get; set; }
            public string? EventSourceArn { get; set; }
            public Dictionary<string, string>? Attributes { get; set; }
            public Dictionary<string, MessageAttribute>? MessageAttributes { get; set; }
        }
    }

    public class SQSBatchResponse
    {
        public int Failures { get; set; }
    }
}

namespace Amazon.Lambda.SNSEvents
{
    public class SNSEvent
    {
        public IList<SNSRecord>? Records { get; set; }

        public class MessageAttribute
        {
            public string? Value { get; set; }
        }

        public class SNSMessage
        {
            public string? MessageId { get; set; }
            public string? TopicArn { get; set; }
            public IDictionary<string, MessageAttribute>? MessageAttributes { get; set; }
        }

        public class SNSRecord
        {
            public SNSMessage? Sns { get; set; }
        }
    }
}

namespace Amazon.Lambda.KinesisEvents
{
    public class KinesisEvent
    {
        public IList<KinesisEventRecord>? Records { get; set; }

        public class Record
        {
            public MemoryStream? Data { get; set; }
        }

        public class KinesisEventRecord
        {
            public string? EventId { get; set; }
            public string? EventSourceARN { get; set; }
            public Record? Kinesis { get; set; }
        }
    }
}

namespace Amazon.Lambda.APIGatewayEvents
{
    public class APIGatewayProxyRequest
    {
        public IDictionary<string, string>? Headers { get; set; }
    }
}
