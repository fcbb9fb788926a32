using Amazon.EC2;
using Amazon.EC2.Model;

namespace Cases.OpenSecurityGroup;

public static class Good
{
    public static Task Open(IAmazonEC2 ec2, string group) => ec2.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest
    {
        GroupId = group,
        IpPermissions = [new IpPermission { IpProtocol = "tcp", FromPort = 22, ToPort = 22, Ipv4Ranges = [new IpRange { CidrIp = "10.20.0.0/16" }] }],
    });
}
