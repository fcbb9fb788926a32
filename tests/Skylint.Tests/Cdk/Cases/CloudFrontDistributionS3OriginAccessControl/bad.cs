using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.CloudFront.Origins;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.CloudFrontDistributionS3OriginAccessControl;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var content = new Bucket(scope, "Content");
        new Distribution(scope, "Subject", new DistributionProps
        {
            DefaultBehavior = new BehaviorOptions { Origin = new S3Origin(content), ViewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS },
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        var content = new Bucket(scope, "Content");
        new CfnDistribution(scope, "Subject", new CfnDistributionProps
        {
            DistributionConfig = new CfnDistribution.DistributionConfigProperty
            {
                Enabled = true,
                DefaultCacheBehavior = new CfnDistribution.DefaultCacheBehaviorProperty { TargetOriginId = "content", ViewerProtocolPolicy = "redirect-to-https" },
                Origins = new[]
                {
                    new CfnDistribution.OriginProperty
                    {
                        Id = "content",
                        DomainName = content.BucketRegionalDomainName,
                        S3OriginConfig = new CfnDistribution.S3OriginConfigProperty { OriginAccessIdentity = "" },
                    },
                },
            },
        });
    }
}
