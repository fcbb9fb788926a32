using Amazon.CDK.AWS.ECR;
using Constructs;

namespace Cases.EcrScanOnPush;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Repository(scope, "Subject", new RepositoryProps
        {
            ImageTagMutability = TagMutability.IMMUTABLE,
            ImageScanOnPush = true,
        });
    }
}
