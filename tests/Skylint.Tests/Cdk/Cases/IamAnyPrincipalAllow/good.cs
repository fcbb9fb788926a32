using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IamAnyPrincipalAllow;

public static class Good
{
    public static void Build(Construct scope)
    {
        var repository = new Repository(scope, "Subject");
        repository.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:BatchGetImage"],
            Principals = [new AccountPrincipal("111122223333")],
        }));
    }
}
