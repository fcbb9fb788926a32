using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IAMUserNoPolicies;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var user = new User(scope, "Subject");
        user.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("ReadOnlyAccess"));
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnUser(scope, "Subject", new CfnUserProps { ManagedPolicyArns = new[] { "arn:aws:iam::aws:policy/ReadOnlyAccess" } });
    }
}
