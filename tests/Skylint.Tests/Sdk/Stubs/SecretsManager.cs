using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace Amazon.SecretsManager
{
    public interface IAmazonSecretsManager : IAmazonService
    {
        Task<Model.GetSecretValueResponse> GetSecretValueAsync(Model.GetSecretValueRequest request, CancellationToken cancellationToken = default);
    }
}

namespace Amazon.SecretsManager.Model
{
    public class GetSecretValueRequest : AmazonWebServiceRequest
    {
        public string SecretId { get; set; }
    }

    public class GetSecretValueResponse : AmazonWebServiceResponse
    {
        public string SecretString { get; set; }
    }
}
