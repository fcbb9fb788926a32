using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IAMGroupHasUsers;

public static class Good
{
    public static void Build(Construct scope)
    {
        var group = new Group(scope, "Subject");
        group.AddUser(new User(scope, "Auditor"));
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        var group = new CfnGroup(scope, "Subject");
        new CfnUser(scope, "Auditor", new CfnUserProps { Groups = new[] { group.Ref } });
    }
}
