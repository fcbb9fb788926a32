using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace Amazon.Lambda
{
    public interface IAmazonLambda : IAmazonService
    {
        Task<Model.InvokeResponse> InvokeAsync(Model.InvokeRequest request, CancellationToken cancellationToken = default);

        Task<Model.CreateFunctionResponse> CreateFunctionAsync(Model.CreateFunctionRequest request, CancellationToken cancellationToken = default);

        Task<Model.UpdateFunctionConfigurationResponse> UpdateFunctionConfigurationAsync(Model.UpdateFunctionConfigurationRequest request, CancellationToken cancellationToken = default);
    }

    public sealed class InvocationType : ConstantClass
    {
        public static readonly InvocationType DryRun = new("DryRun");
        public static readonly InvocationType Event = new("Event");
        public static readonly InvocationType RequestResponse = new("RequestResponse");

        public InvocationType(string value)
            : base(value)
        {
        }
    }
}

namespace Amazon.Lambda.Model
{
    public class Environment
    {
        public System.Collections.Generic.Dictionary<string, string> Variables { get; set; }
    }

    public class CreateFunctionRequest : AmazonWebServiceRequest
    {
        public string FunctionName { get; set; }

        public Environment Environment { get; set; }
    }

    public class CreateFunctionResponse : AmazonWebServiceResponse
    {
    }

    public class UpdateFunctionConfigurationRequest : AmazonWebServiceRequest
    {
        public string FunctionName { get; set; }

        public Environment Environment { get; set; }
    }

    public class UpdateFunctionConfigurationResponse : AmazonWebServiceResponse
    {
    }

    public class InvokeRequest : AmazonWebServiceRequest
    {
        public string FunctionName { get; set; }

        public InvocationType InvocationType { get; set; }

        public string Payload { get; set; }
    }

    public class InvokeResponse : AmazonWebServiceResponse
    {
        public string FunctionError { get; set; }

        public MemoryStream Payload { get; set; }

        public int? StatusCode { get; set; }
    }
}

namespace Amazon.Lambda.Core
{
    public interface ILambdaContext
    {
        string AwsRequestId { get; }

        System.TimeSpan RemainingTime { get; }
    }
}
