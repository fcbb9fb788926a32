using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace Amazon.CloudWatch
{
    public interface IAmazonCloudWatch : IAmazonService
    {
        Task<Model.PutMetricDataResponse> PutMetricDataAsync(Model.PutMetricDataRequest request, CancellationToken cancellationToken = default);
    }
}

namespace Amazon.CloudWatch.Model
{
    public class MetricDatum
    {
        public string MetricName { get; set; }

        public double? Value { get; set; }
    }

    public class GetMetricStatisticsRequest : AmazonWebServiceRequest
    {
        public string Namespace { get; set; }
    }

    public class PutMetricDataRequest : AmazonWebServiceRequest
    {
        public List<MetricDatum> MetricData { get; set; }

        public string Namespace { get; set; }
    }

    public class PutMetricDataResponse : AmazonWebServiceResponse
    {
    }
}

namespace Amazon.CloudWatchLogs
{
    public interface IAmazonCloudWatchLogs : IAmazonService
    {
        Task<Model.CreateLogGroupResponse> CreateLogGroupAsync(Model.CreateLogGroupRequest request, CancellationToken cancellationToken = default);

        Task<Model.PutLogEventsResponse> PutLogEventsAsync(Model.PutLogEventsRequest request, CancellationToken cancellationToken = default);

        Task<Model.PutRetentionPolicyResponse> PutRetentionPolicyAsync(Model.PutRetentionPolicyRequest request, CancellationToken cancellationToken = default);
    }
}

namespace Amazon.CloudWatchLogs.Model
{
    public class CreateLogGroupRequest : AmazonWebServiceRequest
    {
        public string LogGroupName { get; set; }

        public Dictionary<string, string> Tags { get; set; }
    }

    public class CreateLogGroupResponse : AmazonWebServiceResponse
    {
    }

    public class InputLogEvent
    {
        public string Message { get; set; }
    }

    public class PutLogEventsRequest : AmazonWebServiceRequest
    {
        public string LogGroupName { get; set; }

        public string LogStreamName { get; set; }

        public List<InputLogEvent> LogEvents { get; set; }

        public string SequenceToken { get; set; }
    }

    public class PutLogEventsResponse : AmazonWebServiceResponse
    {
        public string NextSequenceToken { get; set; }
    }

    public class PutRetentionPolicyRequest : AmazonWebServiceRequest
    {
        public string LogGroupName { get; set; }

        public int? RetentionInDays { get; set; }
    }

    public class PutRetentionPolicyResponse : AmazonWebServiceResponse
    {
    }
}
