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
        var trust = new PolicyDocument(new PolicyDocumentProps
        {
            Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "sts:AssumeRole" }, Principals = new[] { new ServicePrincipal("lambda.amazonaws.com") } }) },
        });
        new CfnRole(scope, "Subject", new CfnRoleProps
        {
            AssumeRolePolicyDocument = trust,
            ManagedPolicyArns = new[] { "arn:aws:iam::aws:policy/PowerUserAccess" },
        });
    }
}
