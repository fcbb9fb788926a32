using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.WAFv2;
using Constructs;

namespace Cases.APIGWAssociatedWithWAF;

public static class Good
{
    public static void Build(Construct scope)
    {
        var api = new RestApi(scope, "Subject", new RestApiProps
        {
            RestApiName = "orders",
        });
        api.Root.AddMethod("GET", new MockIntegration());

        new CfnWebACLAssociation(scope, "Association", new CfnWebACLAssociationProps
        {
            ResourceArn = api.DeploymentStage.StageArn,
            WebAclArn = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/orders/a1b2c3d4",
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        var stage = new CfnStage(scope, "Subject", new CfnStageProps
        {
            RestApiId = "a1b2c3d4e5",
            DeploymentId = "d1e2f3",
            StageName = "prod",
        });

        new CfnWebACLAssociation(scope, "Association", new CfnWebACLAssociationProps
        {
            ResourceArn = $"arn:aws:apigateway:eu-central-1::/restapis/a1b2c3d4e5/stages/{stage.Ref}",
            WebAclArn = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/orders/a1b2c3d4",
        });
    }
}
