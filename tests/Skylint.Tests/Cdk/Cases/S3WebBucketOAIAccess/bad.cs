using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.CloudFront.Origins;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.S3WebBucketOAIAccess;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Bucket(scope, "Subject", new BucketProps
        {
            EnforceSSL = true,
            WebsiteIndexDocument = "index.html",
        });
    }
}
