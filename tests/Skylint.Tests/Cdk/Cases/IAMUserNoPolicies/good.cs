using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IAMUserNoPolicies;

public static class Good
{
    public static void Build(Construct scope)
    {
        var group = new Group(scope, "Auditors");
        group.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("ReadOnlyAccess"));
        new User(scope, "Subject", new UserProps { Groups = new[] { group } });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnUser(scope, "Subject", new CfnUserProps { Groups = new[] { "auditors" } });
    }
}
