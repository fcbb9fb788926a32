using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace Amazon.IdentityManagement
{
    public interface IAmazonIdentityManagementService : IAmazonService
    {
        Task<Model.CreateAccessKeyResponse> CreateAccessKeyAsync(Model.CreateAccessKeyRequest request, CancellationToken cancellationToken = default);

        Task<Model.CreatePolicyResponse> CreatePolicyAsync(Model.CreatePolicyRequest request, CancellationToken cancellationToken = default);
    }
}

namespace Amazon.IdentityManagement.Model
{
    public class AccessKey
    {
        public string AccessKeyId { get; set; }
    }

    public class CreateAccessKeyRequest : AmazonWebServiceRequest
    {
        public string UserName { get; set; }
    }

    public class CreateAccessKeyResponse : AmazonWebServiceResponse
    {
        public AccessKey AccessKey { get; set; }
    }

    public class CreatePolicyRequest : AmazonWebServiceRequest
    {
        public string PolicyDocument { get; set; }

        public string PolicyName { get; set; }
    }

    public class CreatePolicyResponse : AmazonWebServiceResponse
    {
    }
}
