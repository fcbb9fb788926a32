using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.CloudFront.Origins;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.S3WebBucketOAIAccess;

public static class Good
{
    public static void Build(Construct scope)
    {
        var bucket = new Bucket(scope, "Subject", new BucketProps
        {
            EnforceSSL = true,
            WebsiteIndexDocument = "index.html",
        });
        new Distribution(scope, "Site", new DistributionProps
        {
            DefaultBehavior = new BehaviorOptions { Origin = S3BucketOrigin.WithOriginAccessIdentity(bucket) },
        });
    }
}
