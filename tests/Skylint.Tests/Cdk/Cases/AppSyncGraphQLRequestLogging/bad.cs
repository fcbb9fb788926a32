using Amazon.CDK.AWS.AppSync;
using Constructs;

namespace Cases.AppSyncGraphQLRequestLogging;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new GraphqlApi(scope, "Subject", new GraphqlApiProps
        {
            Name = "orders",
            Definition = Definition.FromSourceApis(new SourceApiOptions { SourceApis = System.Array.Empty<ISourceApi>() }),
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnGraphQLApi(scope, "Subject", new CfnGraphQLApiProps
        {
            Name = "orders",
            AuthenticationType = "AWS_IAM",
            LogConfig = new CfnGraphQLApi.LogConfigProperty { CloudWatchLogsRoleArn = "arn:aws:iam::111122223333:role/logs", FieldLogLevel = "ERROR", ExcludeVerboseContent = true },
        });
    }
}
