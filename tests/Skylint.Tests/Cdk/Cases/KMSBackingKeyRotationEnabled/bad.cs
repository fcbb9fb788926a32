using Amazon.CDK.AWS.KMS;
using Constructs;

namespace Cases.KMSBackingKeyRotationEnabled;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Key(scope, "Subject", new KeyProps
        {
            Alias = "orders",
        });
    }
}
