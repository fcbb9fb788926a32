using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IamAdministratorAccess;

public static class Good
{
    public static void Build(Construct scope)
    {
        var role = new Role(scope, "Subject", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject" }, Resources = new[] { "arn:aws:s3:::orders/*" } }));
    }
}

public static class GoodL1
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
            ManagedPolicyArns = new[] { "arn:aws:iam::123456789012:policy/ReadOrders" },
        });
    }
}
