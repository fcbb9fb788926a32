using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService
{
    public interface IAmazonSimpleNotificationService : IAmazonService
    {
        Task<Model.SubscribeResponse> SubscribeAsync(Model.SubscribeRequest request, CancellationToken cancellationToken = default);

        Task<Model.SubscribeResponse> SubscribeAsync(string topicArn, string protocol, string endpoint, CancellationToken cancellationToken = default);
    }
}

namespace Amazon.SimpleNotificationService.Model
{
    public class SubscribeRequest : AmazonWebServiceRequest
    {
        public SubscribeRequest()
        {
        }

        public SubscribeRequest(string topicArn, string protocol, string endpoint)
        {
        }

        public string TopicArn { get; set; }

        public string Protocol { get; set; }

        public string Endpoint { get; set; }

        public bool? ReturnSubscriptionArn { get; set; }
    }

    public class SubscribeResponse : AmazonWebServiceResponse
    {
        public string SubscriptionArn { get; set; }
    }
}
