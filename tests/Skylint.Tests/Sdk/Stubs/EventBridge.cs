using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace Amazon.EventBridge
{
    public interface IAmazonEventBridge : IAmazonService
    {
        Task<Model.PutEventsResponse> PutEventsAsync(Model.PutEventsRequest request, CancellationToken cancellationToken = default);
    }
}

namespace Amazon.EventBridge.Model
{
    public class PutEventsRequest : AmazonWebServiceRequest
    {
        public List<PutEventsRequestEntry> Entries { get; set; }
    }

    public class PutEventsRequestEntry
    {
        public string Detail { get; set; }

        public string DetailType { get; set; }

        public string Source { get; set; }
    }

    public class PutEventsResponse : AmazonWebServiceResponse
    {
        public List<PutEventsResultEntry> Entries { get; set; }

        public int? FailedEntryCount { get; set; }
    }

    public class PutEventsResultEntry
    {
        public string ErrorCode { get; set; }

        public string EventId { get; set; }
    }
}
