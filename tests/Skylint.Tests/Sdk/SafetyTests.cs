using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>The rules about what a call opens, stores or sends to the wrong place.</summary>
public sealed class SafetyTests
{
    private const string Region = "SKY2035";
    private const string Status = "SKY2036";
    private const string Policy = "SKY2052";
    private const string Group = "SKY2053";
    private const string Image = "SKY2065";
    private const string Disposed = "SKY2063";

    [Theory]
    [InlineData("var c = new AmazonSQSClient([|RegionEndpoint.EUWest1|]);")]
    [InlineData("var c = new AmazonSQSClient(new AnonymousAWSCredentials(), [|RegionEndpoint.GetBySystemName(\"eu-west-1\")|]);")]
    [InlineData("var c = new AmazonSQSConfig { [|RegionEndpoint = RegionEndpoint.EUWest1|] };")]
    [InlineData("var c = new AmazonSQSConfig(); [|c.RegionEndpoint = RegionEndpoint.EUWest1|];")]
    public Task Reports_a_region(string body) => Verify.Analyzer(Region, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("var c = new AmazonSQSClient(RegionEndpoint.GetBySystemName(queue));")]
    [InlineData("var region = queue == null ? RegionEndpoint.EUWest1 : RegionEndpoint.GetBySystemName(queue); var c = new AmazonSQSClient(region);")]
    [InlineData("RegionEndpoint? given = null; var c = new AmazonSQSClient(given ?? RegionEndpoint.EUWest1);")]
    // An address of its own: the region is only a part of the signature.
    [InlineData("var c = new AmazonS3Config { ServiceURL = queue, RegionEndpoint = RegionEndpoint.USEast1 };")]
    [InlineData("var c = new AmazonS3Client(new AmazonS3Config { ServiceURL = queue, AuthenticationRegion = \"us-east-1\" });")]
    [InlineData("Console.WriteLine(RegionEndpoint.EUWest1.DisplayName);")]
    [InlineData("var c = new AmazonSQSClient();")]
    // One control region for the whole world.
    [InlineData("var c = new Amazon.CloudFront.AmazonCloudFrontConfig { RegionEndpoint = RegionEndpoint.USEast1 };")]
    public Task Is_silent_about_regions(string body) => Verify.Silent(Region, SdkCode.Body(body) + "\nnamespace Amazon.CloudFront { public class AmazonCloudFrontConfig : Amazon.S3.AmazonS3Config; }", SdkRefs.V4);

    [Fact]
    public Task Region_fix_keeps_the_other_arguments() => Verify.Fix(Region,
        SdkCode.Body("var c = new AmazonSQSClient(new AnonymousAWSCredentials(), [|RegionEndpoint.EUWest1|]);"),
        SdkCode.Body("var c = new AmazonSQSClient(new AnonymousAWSCredentials());"), SdkRefs.V4);

    [Theory]
    [InlineData("var r = await sqs.SendMessageAsync(queue, queue); Console.WriteLine([|r.HttpStatusCode|] == System.Net.HttpStatusCode.OK);")]
    [InlineData("if ([|(await sqs.SendMessageAsync(queue, queue)).HttpStatusCode|] != System.Net.HttpStatusCode.OK) return;")]
    [InlineData("var r = await sqs.SendMessageAsync(queue, queue); if ([|r.HttpStatusCode|] is System.Net.HttpStatusCode.NotFound) return;")]
    [InlineData("var r = await sqs.SendMessageAsync(queue, queue); if (System.Net.HttpStatusCode.OK == [|r.HttpStatusCode|]) return;")]
    public Task Reports_a_status(string body) => Verify.Analyzer(Status, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("var r = await sqs.SendMessageAsync(queue, queue); Console.WriteLine(r.HttpStatusCode);")]
    // One kind of success or another.
    [InlineData("var r = await s3.DeleteObjectAsync(queue, queue); if (r.HttpStatusCode == System.Net.HttpStatusCode.NoContent) return;")]
    [InlineData("var r = await s3.GetObjectMetadataAsync(queue, queue); if (r.HttpStatusCode == System.Net.HttpStatusCode.NotModified) return;")]
    // These have rules of their own.
    [InlineData("var r = await sqs.SendMessageBatchAsync(queue, []); if (r.HttpStatusCode == System.Net.HttpStatusCode.OK) return;")]
    [InlineData("var r = await lambda.InvokeAsync(new InvokeRequest()); if (r.HttpStatusCode == System.Net.HttpStatusCode.OK) return;")]
    [InlineData("var r = await new HttpClient().GetAsync(queue); if (r.StatusCode == System.Net.HttpStatusCode.OK) return;")]
    [InlineData("try { await s3.GetObjectMetadataAsync(queue, queue); } catch (AmazonS3Exception e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound) { }")]
    public Task Is_silent_about_status(string body) => Verify.Silent(Status, SdkCode.Body(body), SdkRefs.V4);

    [Fact]
    public Task Status_fix_is_for_failures_only() => Verify.NoFix(Status,
        SdkCode.Body("var r = await sqs.SendMessageAsync(queue, queue); if ([|r.HttpStatusCode|] == System.Net.HttpStatusCode.OK) Console.WriteLine();"), SdkRefs.V4);

    [Fact]
    public Task Status_fix_keeps_a_comment() => Verify.Fix(Status,
        SdkCode.Body("var r = await sqs.SendMessageAsync(queue, queue);\n        // Sent.\n        if ([|r.HttpStatusCode|] != System.Net.HttpStatusCode.OK)\n            return;\n        Console.WriteLine(r.MessageId);"),
        SdkCode.Body("var r = await sqs.SendMessageAsync(queue, queue);\n        // Sent.\n        Console.WriteLine(r.MessageId);"), SdkRefs.V4);

    [Theory]
    [InlineData("Allow", "\"Action\":\"*\",\"Resource\":\"*\"", true)]
    [InlineData("Allow", "\"Action\":[\"s3:GetObject\",\"*\"],\"Resource\":[\"*\"]", true)]
    [InlineData("Allow", "\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b/*\"", true)]
    [InlineData("Allow", "\"Principal\":{\"AWS\":\"*\"},\"Action\":\"sqs:SendMessage\",\"Resource\":\"*\"", true)]
    [InlineData("Deny", "\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"", false)]
    [InlineData("Allow", "\"Principal\":\"*\",\"Action\":\"sqs:SendMessage\",\"Resource\":\"*\",\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":\"arn\"}}", false)]
    // What every key policy says of its own account.
    [InlineData("Allow", "\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:root\"},\"Action\":\"*\",\"Resource\":\"*\"", false)]
    [InlineData("Allow", "\"Action\":\"s3:*\",\"Resource\":\"*\"", false)]
    [InlineData("Allow", "\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::b\"", false)]
    [InlineData("Allow", "\"Principal\":{\"Service\":\"sns.amazonaws.com\"},\"Action\":\"sqs:SendMessage\",\"Resource\":\"*\"", false)]
    public Task Judges_policies(string effect, string rest, bool isReported)
    {
        var policy = $"{{\"Version\":\"2012-10-17\",\"Statement\":[{{\"Effect\":\"{effect}\",{rest}}}]}}".Replace("\"", "\"\"");
        return Verify.Analyzer(Policy, SdkCode.Body($"await s3.PutBucketPolicyAsync(new PutBucketPolicyRequest {{ BucketName = queue, {(isReported ? $"[|Policy = @\"{policy}\"|]" : $"Policy = @\"{policy}\"")} }});"), SdkRefs.V4);
    }

    [Theory]
    [InlineData("var open = @\"{\"\"Statement\"\":{\"\"Effect\"\":\"\"Allow\"\",\"\"Principal\"\":\"\"*\"\",\"\"Action\"\":\"\"*\"\"}}\"; var r = new CreateQueueRequest { Attributes = new() { [\"Policy\"] = [|@\"{\"\"Statement\"\":{\"\"Effect\"\":\"\"Allow\"\",\"\"Principal\"\":\"\"*\"\",\"\"Action\"\":\"\"*\"\"}}\"|] } };")]
    [InlineData("var r = new SetQueueAttributesRequest { Attributes = new Dictionary<string, string> { { \"Policy\", [|\"{\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":\\\"*\\\"}}\"|] } } };")]
    [InlineData("var r = new SetQueueAttributesRequest { Attributes = new() { [\"Policy\"] = queue, [\"RedrivePolicy\"] = \"{}\" } };")]
    [InlineData("var r = new PutBucketPolicyRequest { Policy = \"no policy\" };")]
    [InlineData("var r = new PutBucketPolicyRequest { Policy = $\"{{\\\"Statement\\\":{queue}}}\" };")]
    public Task Judges_policies_in_attributes(string body) => Verify.Analyzer(Policy, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("new IpPermission { IpProtocol = \"tcp\", FromPort = 3306, ToPort = 3306, Ipv4Ranges = [new IpRange { CidrIp = [|\"0.0.0.0/0\"|] }] }")]
    [InlineData("new IpPermission { IpProtocol = \"-1\", Ipv6Ranges = [new Ipv6Range { CidrIpv6 = [|\"::/0\"|] }] }")]
    [InlineData("new IpPermission { IpProtocol = \"tcp\", FromPort = 0, ToPort = 65535, Ipv4Ranges = new List<IpRange> { new IpRange { CidrIp = [|\"0.0.0.0/0\"|] } } }")]
    [InlineData("new IpPermission { IpProtocol = \"tcp\", FromPort = 443, ToPort = 443, Ipv4Ranges = [new IpRange { CidrIp = \"0.0.0.0/0\" }] }")]
    [InlineData("new IpPermission { IpProtocol = \"tcp\", FromPort = 80, ToPort = 80, Ipv4Ranges = [new IpRange { CidrIp = \"0.0.0.0/0\" }] }")]
    [InlineData("new IpPermission { IpProtocol = \"tcp\", FromPort = 22, ToPort = 22, Ipv4Ranges = [new IpRange { CidrIp = \"10.0.0.0/8\" }] }")]
    [InlineData("new IpPermission { IpProtocol = \"icmp\", FromPort = -1, ToPort = -1, Ipv4Ranges = [new IpRange { CidrIp = \"0.0.0.0/0\" }] }")]
    public Task Judges_groups(string permission) => Verify.Analyzer(Group, Ec2($"ec2.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest {{ IpPermissions = [{permission}] }})"), SdkRefs.V4);

    [Fact]
    public Task Is_silent_about_what_goes_out() => Verify.Silent(Group, Ec2("ec2.AuthorizeSecurityGroupEgressAsync(new AuthorizeSecurityGroupEgressRequest { IpPermissions = [new IpPermission { IpProtocol = \"-1\", Ipv4Ranges = [new IpRange { CidrIp = \"0.0.0.0/0\" }] }] })"), SdkRefs.V4);

    [Theory]
    [InlineData("ec2.[|DescribeImagesAsync|](new DescribeImagesRequest { Filters = [new Filter(\"name\", [\"web-*\"])] })")]
    [InlineData("ec2.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new Filter(\"name\", [\"web-*\"]), new Filter(\"owner-alias\", [\"amazon\"])] })")]
    [InlineData("ec2.DescribeImagesAsync(new DescribeImagesRequest { Owners = [\"self\"], Filters = [new Filter(\"name\", [\"web-*\"])] })")]
    [InlineData("ec2.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [\"ami-1\"] })")]
    [InlineData("ec2.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new Filter(\"architecture\", [\"arm64\"])] })")]
    public Task Judges_images(string call) => Verify.Analyzer(Image, Ec2(call), SdkRefs.V4);

    [Theory]
    [InlineData("SKY2055", "await ssm.GetParameterAsync([|new GetParameterRequest|] { Name = \"/a/api-key\" });")]
    [InlineData("SKY2055", "await ssm.GetParameterAsync(new GetParameterRequest { Name = \"/a/api-key\", WithDecryption = false });")]
    [InlineData("SKY2055", "await ssm.GetParameterAsync(new GetParameterRequest { Name = \"/a/region\" });")]
    [InlineData("SKY2055", "await ssm.GetParameterAsync(new GetParameterRequest { Name = \"/a/secret-arn\" });")]
    [InlineData("SKY2055", "await ssm.GetParameterAsync(new GetParameterRequest { Name = queue });")]
    [InlineData("SKY2056", "var r = new PutParameterRequest { Name = \"/a/password\", [|Type = ParameterType.String|] };")]
    [InlineData("SKY2056", "var r = new PutParameterRequest { Name = \"/a/password\", Type = ParameterType.SecureString };")]
    [InlineData("SKY2056", "var r = new PutParameterRequest { Name = \"/a/password-policy\", Type = ParameterType.String };")]
    [InlineData("SKY2056", "var r = new PutParameterRequest { Name = \"/a/colour\", Type = ParameterType.String };")]
    [InlineData("SKY2057", "var c = new AmazonS3Config { [|LogResponse = true|] };")]
    [InlineData("SKY2057", "AWSConfigs.LoggingConfig.LogResponses = ResponseLoggingOption.OnError;")]
    [InlineData("SKY2057", "#if true || DEBUG\nAWSConfigs.LoggingConfig.LogResponses = ResponseLoggingOption.Always;\n#endif\n")]
    [InlineData("SKY2058", "var c = new AmazonS3Config { [|RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED|] };")]
    [InlineData("SKY2058", "var c = new AmazonS3Config { ServiceURL = queue, RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED };")]
    [InlineData("SKY2058", "var r = new PutObjectRequest { DisablePayloadSigning = false };")]
    [InlineData("SKY2058", "var made = new AmazonS3Client(); await made.PutObjectAsync(new PutObjectRequest { [|DisablePayloadSigning = true|] });")]
    // A client from elsewhere may point to any store.
    [InlineData("SKY2058", "await s3.PutObjectAsync(new PutObjectRequest { DisablePayloadSigning = true });")]
    [InlineData("SKY2058", "var c = new AmazonS3Config { ResponseChecksumValidation = ResponseChecksumValidation.WHEN_SUPPORTED };")]
    [InlineData("SKY2064", "var c = new Amazon.SecurityToken.AmazonSecurityTokenServiceConfig { ServiceURL = \"https://sts.eu-west-1.amazonaws.com\" };")]
    [InlineData("SKY2064", "var c = new Amazon.SecurityToken.AmazonSecurityTokenServiceConfig { [|ServiceURL = \"https://sts.amazonaws.com/\"|] };")]
    [InlineData("SKY2067", "await kms.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { [|PendingWindowInDays = 10|] });")]
    [InlineData("SKY2067", "await kms.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { PendingWindowInDays = 14 });")]
    [InlineData("SKY2067", "await kms.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = queue });")]
    public Task Judges_settings(string id, string body) => Verify.Analyzer(id, SdkCode.Body(body), SdkRefs.V4);

    [Theory]
    [InlineData("class D(IAmazonSQS q) : IDisposable { public void Dispose() => [|q.Dispose()|]; }")]
    [InlineData("class D : IDisposable { readonly IAmazonSQS _q; public D(IAmazonSQS q) => _q = q ?? throw new ArgumentNullException(); public void Dispose() { [|_q.Dispose()|]; } }")]
    [InlineData("class D : IDisposable { readonly IAmazonSQS _q; public D(IAmazonSQS q) { this._q = q; } public void Dispose() { _q?[|.Dispose()|]; } }")]
    public Task Reports_a_foreign_client(string members) => Verify.Analyzer(Disposed, SdkCode.Members(members), SdkRefs.V4);

    [Theory]
    [InlineData("class D : IDisposable { readonly IAmazonSQS _q = new AmazonSQSClient(); public void Dispose() => _q.Dispose(); }")]
    // Made here when none was given.
    [InlineData("class D : IDisposable { readonly IAmazonSQS _q; public D(IAmazonSQS? q) => _q = q ?? new AmazonSQSClient(); public void Dispose() => _q.Dispose(); }")]
    [InlineData("class D : IDisposable { readonly IAmazonSQS _q; public D(IAmazonSQS q) => _q = q; public D() => _q = new AmazonSQSClient(); public void Dispose() => _q.Dispose(); }")]
    [InlineData("class D : IDisposable { readonly IAmazonSQS _q; readonly bool _ownsClient; public D(IAmazonSQS q, bool ownsClient) { _q = q; _ownsClient = ownsClient; } public void Dispose() { if (_ownsClient) _q.Dispose(); } }")]
    // Who takes the class has been given it for good.
    [InlineData("class D(AmazonSQSClient q) : IDisposable { public void Dispose() => q.Dispose(); }")]
    [InlineData("class D(MemoryStream m) : IDisposable { public void Dispose() => m.Dispose(); }")]
    [InlineData("void M() { var q = new AmazonSQSClient(); q.Dispose(); }")]
    public Task Is_silent_about_disposal(string members) => Verify.Silent(Disposed, SdkCode.Members(members), SdkRefs.V4);

    private static string Ec2(string call) => $$"""
        using Amazon.EC2;
        using Amazon.EC2.Model;

        public class C(IAmazonEC2 ec2)
        {
            public Task M() => {{call}};
        }
        """;
}
