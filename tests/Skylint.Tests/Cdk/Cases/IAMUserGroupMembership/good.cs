using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IAMUserGroupMembership;

public static class Good
{
    public static void Build(Construct scope)
    {
        var user = new User(scope, "Subject");
        user.AddToGroup(new Group(scope, "Auditors"));
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnUser(scope, "Subject", new CfnUserProps { Groups = new[] { "auditors" } });
    }
}
