using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IAMNoInlinePolicy;

public static class Good
{
    public static void Build(Construct scope)
    {
        var role = new Role(scope, "Subject", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        var policy = new ManagedPolicy(scope, "Read", new ManagedPolicyProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject" }, Resources = new[] { "arn:aws:s3:::orders/*" } }) } });
        role.AddManagedPolicy(policy);
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
