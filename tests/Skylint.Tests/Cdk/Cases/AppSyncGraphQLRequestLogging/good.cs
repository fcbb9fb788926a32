using Amazon.CDK.AWS.AppSync;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cases.AppSyncGraphQLRequestLogging;

public static class Good
{
    public static void Build(Construct scope)
    {
        new GraphqlApi(scope, "Subject", new GraphqlApiProps
        {
            Name = "orders",
            Definition = Definition.FromSourceApis(new SourceApiOptions { SourceApis = System.Array.Empty<ISourceApi>() }),
            LogConfig = new LogConfig { FieldLogLevel = FieldLogLevel.ERROR, Retention = RetentionDays.THREE_MONTHS },
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnGraphQLApi(scope, "Subject", new CfnGraphQLApiProps
        {
            Name = "orders",
            AuthenticationType = "AWS_IAM",
            LogConfig = new CfnGraphQLApi.LogConfigProperty { CloudWatchLogsRoleArn = "arn:aws:iam::111122223333:role/logs", FieldLogLevel = "ERROR", ExcludeVerboseContent = false },
        });
    }
}
