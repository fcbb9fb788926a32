using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.S3WebBucketOAIAccess;

public static class Good
{
    public static void Build(Construct scope)
    {
        var bucket = new Bucket(scope, "Subject", new BucketProps
        {
            WebsiteIndexDocument = "index.html",
        });
        bucket.GrantRead(new OriginAccessIdentity(scope, "Identity"));
    }
}
