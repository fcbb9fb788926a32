using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.S3BucketLevelPublicAccessProhibited;

public static class BadUnset
{
    public static void Build(Construct scope)
    {
        new Bucket(scope, "Subject");
    }
}
