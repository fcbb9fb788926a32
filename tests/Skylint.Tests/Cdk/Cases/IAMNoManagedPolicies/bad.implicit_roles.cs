using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Cases.IAMNoManagedPolicies;

public static class BadImplicitRoles
{
    public static void Build(Construct scope)
    {
        new Function(scope, "Subject", new FunctionProps
        {
            Runtime = Runtime.NODEJS_20_X,
            Handler = "index.handler",
            Code = Code.FromInline("exports.handler = async () => 'ok';"),
        });
    }
}
