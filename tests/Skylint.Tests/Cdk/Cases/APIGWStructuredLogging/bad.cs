using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.APIGWStructuredLogging;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var logs = new LogGroup(scope, "Logs", new LogGroupProps { Retention = RetentionDays.THREE_MONTHS });
        var api = new RestApi(scope, "Subject", new RestApiProps
        {
            RestApiName = "orders",
            DeployOptions = new StageOptions { AccessLogDestination = new LogGroupLogDestination(logs) },
        });
        api.Root.AddMethod("GET", new MockIntegration());
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnStage(scope, "Subject", new CfnStageProps
        {
            RestApiId = "a1b2c3d4e5",
            DeploymentId = "d1e2f3",
            StageName = "prod",
            AccessLogSetting = new CfnStage.AccessLogSettingProperty { DestinationArn = "arn:aws:logs:eu-central-1:111122223333:log-group:orders", Format = "$context.requestId $context.status" },
        });
    }
}
