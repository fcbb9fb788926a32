using Amazon.CDK.AWS.ECR;
using Constructs;

namespace Cases.EcrLifecycle;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Repository(scope, "Subject");
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnRepository(scope, "Subject");
    }
}
