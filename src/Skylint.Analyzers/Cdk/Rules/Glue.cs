using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about AWS Glue. What jobs and crawlers encrypt is said by a security configuration of their own.</summary>
internal static class Glue
{
    private const string Job = "Amazon.CDK.AWS.Glue.CfnJob";
    private const string Crawler = "Amazon.CDK.AWS.Glue.CfnCrawler";
    private const string SecurityConfiguration = "Amazon.CDK.AWS.Glue.CfnSecurityConfiguration";
    private const string NeedsKey = "The key, and the policies that let the service and the role use it, are for the owner to provide.";

    private static readonly Requirement s_encryptsLogs = Prop("EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode").Is("SSE-KMS");

    private static readonly Requirement s_encryptsBookmarks = Prop("EncryptionConfiguration.JobBookmarksEncryption.JobBookmarksEncryptionMode").Is("CSE-KMS");

    public static readonly ConstructRule EncryptedLogs = new()
    {
        Id = "SKY1181",
        Key = "GlueEncryptedCloudWatchLogs",
        Title = "Glue logs are not encrypted with a key of their own",
        Message = "{0} writes logs that no KMS key protects; refer to a security configuration with CloudWatchEncryption SSE-KMS",
        Why = "Logs of jobs and crawlers show paths, table names and rows of the data. A KMS key is a second lock, with its own policy and audit trail.",
        NoFix = NeedsKey,
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-GL1"], Checkov = ["CKV_AWS_99", "CKV_AWS_195"], Cwe = ["CWE-311"] },
        CfnProperties = ["SecurityConfiguration", "CrawlerSecurityConfiguration"],
        Targets =
        [
            Target.Of(Job, Prop("SecurityConfiguration").RefersTo(SecurityConfiguration, s_encryptsLogs, "Name")),
            Target.Of(Crawler, Prop("CrawlerSecurityConfiguration").RefersTo(SecurityConfiguration, s_encryptsLogs, "Name")),
        ],
    };

    public static readonly ConstructRule EncryptedBookmarks = new()
    {
        Id = "SKY1182",
        Key = "GlueJobBookmarkEncrypted",
        Title = "Glue job bookmarks are not encrypted",
        Message = "{0} keeps its bookmarks unencrypted; refer to a security configuration with JobBookmarksEncryption CSE-KMS",
        Why = "Bookmarks record which files and rows a job has read, names and keys included.",
        NoFix = NeedsKey,
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-GL3"], Checkov = ["CKV_AWS_99"], Cwe = ["CWE-311"] },
        CfnProperties = ["SecurityConfiguration"],
        Targets = [Target.Of(Job, Prop("SecurityConfiguration").RefersTo(SecurityConfiguration, s_encryptsBookmarks, "Name"))],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [EncryptedLogs, EncryptedBookmarks];
}
