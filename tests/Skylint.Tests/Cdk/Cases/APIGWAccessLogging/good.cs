using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.APIGWAccessLogging;

public static class Good
{
    public static void Build(Construct scope)
    {
        var api = new RestApi(scope, "Subject", new RestApiProps
        {
            RestApiName = "orders",
            DeployOptions = new StageOptions { AccessLogDestination = new LogGroupLogDestination(new LogGroup(scope, "SubjectAccessLogs", new LogGroupProps { Retention = RetentionDays.THREE_MONTHS })), AccessLogFormat = AccessLogFormat.JsonWithStandardFields() },
        });
        api.Root.AddMethod("GET", new MockIntegration());
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnStage(scope, "Subject", new CfnStageProps
        {
            RestApiId = "a1b2c3d4e5",
            DeploymentId = "d1e2f3",
            StageName = "prod",
            AccessLogSetting = new CfnStage.AccessLogSettingProperty { DestinationArn = new LogGroup(scope, "SubjectAccessLogs", new LogGroupProps { Retention = RetentionDays.THREE_MONTHS }).LogGroupArn, Format = AccessLogFormat.JsonWithStandardFields().ToString() },
        });
    }
}
