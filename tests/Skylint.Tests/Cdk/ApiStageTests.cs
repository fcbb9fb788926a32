using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Stages of Amazon API Gateway: what they log, cache and let through, said by the stage or by what stands beside it.</summary>
public sealed class ApiStageTests
{
    private static readonly StackSource s_stack = new("APIGateway", "Cognito", "Logs", "WAFv2")
    {
        Aliases = "using Stage = Amazon.CDK.AWS.APIGateway.Stage; using StageProps = Amazon.CDK.AWS.APIGateway.StageProps;",
    };

    private static readonly StackSource s_http = new("Apigatewayv2");

    private const string Api = "var api = new RestApi(this, \"A\"); api.Root.AddMethod(\"GET\"); ";
    private const string Logs = "AccessLogDestination = new LogGroupLogDestination(new LogGroup(this, \"L\"))";

    [Theory]
    [InlineData("SKY1043", Api)]
    [InlineData("SKY1043", "new LambdaRestApi(this, \"A\", new LambdaRestApiProps { Handler = null! });")]
    [InlineData("SKY1043", "new Stage(this, \"S\", new StageProps { Deployment = null!, LoggingLevel = MethodLoggingLevel.INFO });")]
    [InlineData("SKY1043", "var api = new RestApi(this, \"A\", new RestApiProps { DeployOptions = given ? new StageOptions() : new StageOptions { TracingEnabled = true } });")]
    [InlineData("SKY1044", Api)]
    [InlineData("SKY1044", Api + "new CfnOutput(this, \"O\", new CfnOutputProps { Value = api.DeploymentStage.StageArn });")]
    [InlineData("SKY1046", "new RestApi(this, \"A\", new RestApiProps { DeployOptions = new StageOptions { ThrottlingRateLimit = 10 } });")]
    [InlineData("SKY1047", "new RestApi(this, \"A\", new RestApiProps { DeployOptions = new StageOptions { LoggingLevel = MethodLoggingLevel.OFF } });")]
    [InlineData("SKY1048", Api)]
    [InlineData("SKY1050", "new Stage(this, \"S\", new StageProps { Deployment = null!, " + Logs + ", AccessLogFormat = AccessLogFormat.Clf() });")]
    [InlineData("SKY1050", "new Stage(this, \"S\", new StageProps { Deployment = null!, " + Logs + ", AccessLogFormat = AccessLogFormat.Custom(\"$context.requestId $context.status\") });")]
    [InlineData("SKY1052", "var api = new RestApi(this, \"A\", new RestApiProps { DefaultMethodOptions = new MethodOptions { AuthorizationType = AuthorizationType.IAM } }); api.Root.AddMethod(\"GET\");")]
    public Task Bad(string id, string statements) => s_stack.Flagged(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1043", "new RestApi(this, \"A\", new RestApiProps { Deploy = false });")]
    [InlineData("SKY1043", "new RestApi(this, \"A\", new RestApiProps { DeployOptions = new StageOptions { " + Logs + " } });")]
    [InlineData("SKY1043", "new RestApi(this, \"A\", new RestApiProps { DeployOptions = given ? new StageOptions { " + Logs + " } : null });")]
    [InlineData("SKY1043", Api + "((CfnStage)api.DeploymentStage.Node.DefaultChild!).AccessLogSetting = new CfnStage.AccessLogSettingProperty { DestinationArn = text, Format = text };")]
    [InlineData("SKY1043", Api + "var stage = (CfnStage)api.DeploymentStage.Node.DefaultChild!; stage.AddPropertyOverride(\"AccessLogSetting.DestinationArn\", text);")]
    [InlineData("SKY1043", "RestApi.FromRestApiId(this, \"A\", text);")]
    [InlineData("SKY1044", Api + "new CfnWebACLAssociation(this, \"W\", new CfnWebACLAssociationProps { ResourceArn = api.DeploymentStage.StageArn, WebAclArn = text });")]
    [InlineData("SKY1044", Api + "new CfnWebACLAssociation(this, \"W\", new CfnWebACLAssociationProps { ResourceArn = $\"arn:aws:apigateway:{Region}::/restapis/{api.RestApiId}/stages/prod\", WebAclArn = text });")]
    // One that cannot be tied to an API may be this one's.
    [InlineData("SKY1044", Api + "new CfnWebACLAssociation(this, \"W\", new CfnWebACLAssociationProps { ResourceArn = text, WebAclArn = text });")]
    [InlineData("SKY1045", Api)]
    [InlineData("SKY1045", "new RestApi(this, \"A\", new RestApiProps { DeployOptions = new StageOptions { CachingEnabled = given } });")]
    [InlineData("SKY1045", "new CfnStage(this, \"S\", new CfnStageProps { RestApiId = text, MethodSettings = new[] { new CfnStage.MethodSettingProperty { CachingEnabled = false } } });")]
    [InlineData("SKY1046", "new CfnStage(this, \"S\", new CfnStageProps { RestApiId = text, MethodSettings = text });")]
    [InlineData("SKY1048", "var api = new RestApi(this, \"A\"); api.Root.AddMethod(\"POST\", null, new MethodOptions { RequestValidatorOptions = new RequestValidatorOptions { ValidateRequestBody = true, ValidateRequestParameters = true } });")]
    [InlineData("SKY1048", "new SpecRestApi(this, \"A\", new SpecRestApiProps { ApiDefinition = ApiDefinition.FromAsset(text) });")]
    [InlineData("SKY1050", Api)]
    [InlineData("SKY1050", "new Stage(this, \"S\", new StageProps { Deployment = null!, " + Logs + ", AccessLogFormat = AccessLogFormat.Custom(\"{\\\"status\\\":$context.status,\\\"ip\\\":\\\"$context.identity.sourceIp\\\"}\") });")]
    [InlineData("SKY1050", "new Stage(this, \"S\", new StageProps { Deployment = null!, " + Logs + ", AccessLogFormat = AccessLogFormat.Custom(text) });")]
    [InlineData("SKY1052", "var api = new RestApi(this, \"A\"); api.Root.AddMethod(\"OPTIONS\");")]
    [InlineData("SKY1052", "var pool = new CognitoUserPoolsAuthorizer(this, \"Z\", new CognitoUserPoolsAuthorizerProps { CognitoUserPools = new IUserPool[0] }); var api = new RestApi(this, \"A\", new RestApiProps { DefaultMethodOptions = new MethodOptions { Authorizer = pool } }); api.Root.AddResource(\"a\").AddMethod(\"GET\");")]
    public Task Good(string id, string statements) => s_stack.Silent(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1043", "new HttpApi(this, \"A\");", true)]
    [InlineData("SKY1043", "new HttpApi(this, \"A\", new HttpApiProps { CreateDefaultStage = false });", false)]
    [InlineData("SKY1043", "var api = new HttpApi(this, \"A\"); ((CfnStage)api.DefaultStage!.Node.DefaultChild!).AccessLogSettings = new CfnStage.AccessLogSettingsProperty { DestinationArn = text, Format = text };", false)]
    [InlineData("SKY1046", "new HttpStage(this, \"S\", new HttpStageProps { HttpApi = null!, Throttle = new ThrottleSettings { BurstLimit = 1, RateLimit = 1 } });", false)]
    [InlineData("SKY1046", "new HttpStage(this, \"S\", new HttpStageProps { HttpApi = null! });", true)]
    public Task Http_api(string id, string statements, bool isBad) => isBad ? s_http.Flagged(id, statements, Refs.Cdk) : s_http.Silent(id, statements, Refs.Cdk);

    [Fact]
    public Task Options_that_are_there_are_kept() => s_stack.Fix(
        "SKY1043",
        "new RestApi(this, \"A\", new RestApiProps { DeployOptions = new StageOptions { TracingEnabled = true } });",
        "new RestApi(this, \"A\", new RestApiProps { DeployOptions = new StageOptions { TracingEnabled = true, AccessLogDestination = new LogGroupLogDestination(new LogGroup(this, \"AAccessLogs\", new LogGroupProps { Retention = RetentionDays.THREE_MONTHS })), AccessLogFormat = AccessLogFormat.JsonWithStandardFields() } });",
        Refs.Cdk);
}
