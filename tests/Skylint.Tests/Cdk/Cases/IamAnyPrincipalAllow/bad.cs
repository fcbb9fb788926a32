using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IamAnyPrincipalAllow;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var repository = new Repository(scope, "Subject");
        repository.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:BatchGetImage"],
            Principals = [new AnyPrincipal()],
        }));
    }
}
