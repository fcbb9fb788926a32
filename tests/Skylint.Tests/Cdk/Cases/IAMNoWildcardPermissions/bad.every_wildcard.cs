using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.IAMNoWildcardPermissions;

public static class BadEveryWildcard
{
    public static void Build(Construct scope)
    {
        var role = new Role(scope, "Subject", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        new Bucket(scope, "Orders").GrantRead(role);
    }
}
