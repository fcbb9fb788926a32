using Amazon.CDK.AWS.ECR;
using Constructs;

namespace Cases.EcrImmutableTags;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Repository(scope, "Subject", new RepositoryProps
        {
            ImageScanOnPush = true,
            ImageTagMutability = TagMutability.IMMUTABLE,
        });
    }
}
