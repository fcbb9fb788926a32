using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.IAMNoWildcardPermissions;

public static class GoodEveryWildcard
{
    public static void Build(Construct scope)
    {
        var role = new Role(scope, "Subject", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["s3:GetObject"],
            Resources = [new Bucket(scope, "Orders").ArnForObjects("prices.json")],
        }));
    }
}
