using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace Amazon.EC2
{
    public interface IAmazonEC2 : IAmazonService
    {
        Task<Model.AuthorizeSecurityGroupIngressResponse> AuthorizeSecurityGroupIngressAsync(Model.AuthorizeSecurityGroupIngressRequest request, CancellationToken cancellationToken = default);

        Task<Model.AuthorizeSecurityGroupEgressResponse> AuthorizeSecurityGroupEgressAsync(Model.AuthorizeSecurityGroupEgressRequest request, CancellationToken cancellationToken = default);

        Task<Model.DescribeImagesResponse> DescribeImagesAsync(Model.DescribeImagesRequest request, CancellationToken cancellationToken = default);
    }
}

namespace Amazon.EC2.Model
{
    public class AuthorizeSecurityGroupIngressRequest : AmazonWebServiceRequest
    {
        public string GroupId { get; set; }

        public List<IpPermission> IpPermissions { get; set; }
    }

    public class AuthorizeSecurityGroupIngressResponse : AmazonWebServiceResponse
    {
    }

    public class AuthorizeSecurityGroupEgressRequest : AmazonWebServiceRequest
    {
        public List<IpPermission> IpPermissions { get; set; }
    }

    public class AuthorizeSecurityGroupEgressResponse : AmazonWebServiceResponse
    {
    }

    public class IpPermission
    {
        public int? FromPort { get; set; }

        public string IpProtocol { get; set; }

        public List<IpRange> Ipv4Ranges { get; set; }

        public List<Ipv6Range> Ipv6Ranges { get; set; }

        public int? ToPort { get; set; }
    }

    public class IpRange
    {
        public string CidrIp { get; set; }
    }

    public class Ipv6Range
    {
        public string CidrIpv6 { get; set; }
    }

    public class Filter
    {
        public Filter(string name, List<string> values)
        {
        }

        public string Name { get; set; }
    }

    public class Image
    {
        public string ImageId { get; set; }
    }

    public class DescribeImagesRequest : AmazonWebServiceRequest
    {
        public List<Filter> Filters { get; set; }

        public List<string> ImageIds { get; set; }

        public List<string> Owners { get; set; }
    }

    public class DescribeImagesResponse : AmazonWebServiceResponse
    {
        public List<Image> Images { get; set; }
    }
}
