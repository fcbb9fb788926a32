using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about AWS AppSync.</summary>
internal static class AppSync
{
    private const string Api = "Amazon.CDK.AWS.AppSync.GraphqlApi";
    private const string CfnApi = "Amazon.CDK.AWS.AppSync.CfnGraphQLApi";

    public static readonly ConstructRule RequestLogging = new()
    {
        Id = "SKY1053",
        Key = "AppSyncGraphQLRequestLogging",
        Title = "GraphQL API does not log its requests",
        Message = "{0} does not log its requests; set LogConfig, and leave verbose content in",
        Why = "A GraphQL request that fails answers with status 200: without the log there is no trace of which query, which resolver and which caller it was.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-ASC3"], SecurityHub = ["AppSync.2"], Checkov = ["CKV_AWS_193", "CKV_AWS_194"], Cwe = ["CWE-778"] },
        CfnProperties = ["LogConfig"],
        Targets =
        [
            Target.Of(
                Api,
                Prop("LogConfig").IsSet(),
                Fix.Set("LogConfig", "new Amazon.CDK.AWS.AppSync.LogConfig { FieldLogLevel = Amazon.CDK.AWS.AppSync.FieldLogLevel.ERROR, Retention = Amazon.CDK.AWS.Logs.RetentionDays.THREE_MONTHS }", "Log requests and errors, for three months")),
            Target.Of(Api, Prop("LogConfig.ExcludeVerboseContent").IsFalse(), Fix.Set("LogConfig.ExcludeVerboseContent", "false")),
            Target.Of(CfnApi, Prop("LogConfig.CloudWatchLogsRoleArn").IsSet()),
            Target.Of(CfnApi, Prop("LogConfig.ExcludeVerboseContent").IsFalse(), Fix.Set("LogConfig.ExcludeVerboseContent", "false")),
        ],
    };

    public static readonly ConstructRule Tracing = new()
    {
        Id = "SKY1054",
        Key = "AppSyncTracing",
        Title = "GraphQL API is not traced",
        Message = "{0} is not traced; set XrayEnabled = true",
        Why = "One GraphQL request asks many data sources. A trace shows which of them was slow or failed; the total alone does not.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References { CdkNag = ["Serverless-AppSyncTracing"] },
        CfnProperties = ["XrayEnabled"],
        Targets =
        [
            Target.Of(Api, Prop("XrayEnabled").IsTrue(), Fix.Set("XrayEnabled", "true")),
            Target.Of(CfnApi, Prop("XrayEnabled").IsTrue(), Fix.Set("XrayEnabled", "true")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [RequestLogging, Tracing];
}
