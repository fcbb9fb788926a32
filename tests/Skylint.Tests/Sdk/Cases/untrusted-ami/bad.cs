using Amazon.EC2;
using Amazon.EC2.Model;

namespace Cases.UntrustedAmi;

public static class Bad
{
    public static async Task<string?> Newest(IAmazonEC2 ec2)
    {
        var found = await ec2.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new Filter("name", ["al2023-ami-*"])] });
        return found.Images?.FirstOrDefault()?.ImageId;
    }
}
