using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Cases.IAMNoManagedPolicies;

public static class GoodImplicitRoles
{
    public static void Build(Construct scope)
    {
        var role = new Role(scope, "Subject", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
        new Function(scope, "Orders", new FunctionProps
        {
            Runtime = Runtime.NODEJS_20_X,
            Handler = "index.handler",
            Code = Code.FromInline("exports.handler = async () => 'ok';"),
            Role = role,
        });
    }
}
