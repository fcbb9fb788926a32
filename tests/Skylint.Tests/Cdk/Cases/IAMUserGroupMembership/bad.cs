using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IAMUserGroupMembership;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new User(scope, "Subject");
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnUser(scope, "Subject");
    }
}
