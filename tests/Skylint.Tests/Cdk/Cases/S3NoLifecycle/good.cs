using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.S3NoLifecycle;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Bucket(scope, "Subject", new BucketProps
        {
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            LifecycleRules = new[] { new LifecycleRule { AbortIncompleteMultipartUploadAfter = Duration.Days(7) } },
        });
    }
}
