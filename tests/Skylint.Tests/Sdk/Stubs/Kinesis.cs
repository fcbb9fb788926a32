using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace Amazon.Kinesis
{
    public interface IAmazonKinesis : IAmazonService
    {
        Task<Model.ListTagsForStreamResponse> ListTagsForStreamAsync(Model.ListTagsForStreamRequest request, CancellationToken cancellationToken = default);
    }
}

namespace Amazon.Kinesis.Model
{
    public class Tag
    {
        public string Key { get; set; }
    }

    public class ListTagsForStreamRequest : AmazonWebServiceRequest
    {
        public string ExclusiveStartTagKey { get; set; }
    }

    public class ListTagsForStreamResponse : AmazonWebServiceResponse
    {
        public bool? HasMoreTags { get; set; }

        public List<Tag> Tags { get; set; }
    }
}
