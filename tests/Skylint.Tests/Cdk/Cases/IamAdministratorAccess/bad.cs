using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IamAdministratorAccess;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var role = new Role(scope, "Subject", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("AdministratorAccess"));
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnRole(scope, "Subject", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new PolicyDocument(),
            ManagedPolicyArns = new[] { "arn:aws:iam::aws:policy/PowerUserAccess" },
        });
    }
}
