using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IAMGroupHasUsers;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new Group(scope, "Subject");
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnGroup(scope, "Subject");
    }
}
