using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about what Amazon S3 keeps: versions, locks, copies and the record of who read what.</summary>
internal static class S3Data
{
    private const string Bucket = "Amazon.CDK.AWS.S3.Bucket";
    private const string CfnBucket = "Amazon.CDK.AWS.S3.CfnBucket";

    // A bucket that says in its name that it holds logs, or that is given to something as its log.
    private static readonly Requirement s_isLog = AnyOf(
        IsNamed("accesslog", "access-log", "access_log", "logbucket", "log-bucket", "logsbucket", "logs-bucket", "logging"),
        AssignedTo("ServerAccessLogsBucket", "DestinationBucketName", "LogBucket", "LogFilePrefix", "S3BucketName"),
        UsedBy("Amazon.CDK.AWS.S3.CfnBucket+LoggingConfigurationProperty"),
        GivenTo("Amazon.CDK.AWS.ElasticLoadBalancingV2.BaseLoadBalancer", "LogAccessLogs"),
        GivenTo("Amazon.CDK.AWS.EC2.FlowLogDestination", "ToS3"));

    // What a deployment puts there can be put there again.
    private static readonly Requirement s_isTemporary = AnyOf(IsNamed("temporary", "tmp", "cache", "scratch", "ephemeral"), AssignedTo("DestinationBucket"));

    private static readonly Requirement s_isOrigin = AnyOf(
        GivenTo("Amazon.CDK.AWS.CloudFront.Origins.S3BucketOrigin", "WithOriginAccessControl", "WithOriginAccessIdentity"),
        // S3Origin goes to the website itself, which has to be public.
        UsedBy("Amazon.CDK.AWS.CloudFront.S3OriginConfig"));

    // Reading is granted to the identity of a distribution, or by a policy that is written by hand and says more.
    private static readonly Requirement s_isGranted = AnyOf(
        CallsWith("GrantRead", Prop("identity").Test(identity => identity is ObjectValue { Type.Name: "OriginAccessIdentity" } ? Outcome.Satisfied : Outcome.Unknown, Default.Violates)),
        That((_, bucket) => bucket.Usages.Any(u => u.Member?.Name == "AddToResourcePolicy") ? Outcome.Unknown : Outcome.Violated));

    public static readonly ConstructRule Versioning = new()
    {
        Id = "SKY1141",
        Key = "S3BucketVersioningEnabled",
        Title = "Bucket keeps no earlier versions",
        Message = "{0} keeps no earlier versions of its objects; set Versioned = true",
        Why = "An object that is overwritten or deleted, by mistake or by an attacker, is gone. With versions it comes back; a lifecycle rule removes those that are no longer needed.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References
        {
            CdkNag = ["HIPAA.Security-S3BucketVersioningEnabled", "NIST.800.53.R4-S3BucketVersioningEnabled", "NIST.800.53.R5-S3BucketVersioningEnabled", "PCI.DSS.321-S3BucketVersioningEnabled"],
            SecurityHub = ["S3.14"],
            Checkov = ["CKV_AWS_21"],
            Trivy = ["AWS-0090"],
            Sonar = ["S6252"],
            Guard = ["S3_BUCKET_VERSIONING_ENABLED"],
        },
        CfnProperties = ["VersioningConfiguration"],
        Targets =
        [
            Target.Of(Bucket, AnyOf(Prop("Versioned").IsTrue(), AllOf(Prop("Versioned").IsUnset(), AnyOf(s_isLog, s_isTemporary, Prop("ObjectLockEnabled").IsTrue(), Prop("ObjectLockDefaultRetention").IsSet()))), Fix.Set("Versioned", "true", "Keep earlier versions")),
            Target.Of(
                CfnBucket,
                AnyOf(Prop("VersioningConfiguration.Status").Is("Enabled"), AllOf(Prop("VersioningConfiguration").IsUnset(), AnyOf(s_isLog, s_isTemporary))),
                Fix.Set("VersioningConfiguration", "new Amazon.CDK.AWS.S3.CfnBucket.VersioningConfigurationProperty { Status = \"Enabled\" }", "Keep earlier versions")),
        ],
    };

    public static readonly ConstructRule Logging = new()
    {
        Id = "SKY1142",
        Key = "S3BucketLoggingEnabled",
        Title = "Bucket keeps no access log",
        Message = "{0} keeps no access log; set ServerAccessLogsBucket",
        Why = "After an incident nobody can tell which objects were read and by whom. The server access log records each request, in a bucket of its own.",
        NoFix = "The log needs another bucket, with a lifecycle of its own.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["AwsSolutions-S1", "HIPAA.Security-S3BucketLoggingEnabled", "NIST.800.53.R4-S3BucketLoggingEnabled", "NIST.800.53.R5-S3BucketLoggingEnabled", "PCI.DSS.321-S3BucketLoggingEnabled"],
            SecurityHub = ["S3.9"],
            Checkov = ["CKV_AWS_18"],
            Trivy = ["AWS-0089"],
            Sonar = ["S6258"],
            Guard = ["S3_BUCKET_LOGGING_ENABLED"],
            Cwe = ["CWE-778"],
        },
        CfnProperties = ["LoggingConfiguration"],
        Targets =
        [
            // A log of the log would never end.
            Target.Of(Bucket, AnyOf(Prop("ServerAccessLogsBucket").IsSet(), Prop("ServerAccessLogsPrefix").IsSet(), s_isLog)),
            Target.Of(CfnBucket, AnyOf(Prop("LoggingConfiguration.DestinationBucketName").IsSet(), Prop("LoggingConfiguration.LogFilePrefix").IsSet(), s_isLog)),
        ],
    };

    public static readonly ConstructRule Replication = new()
    {
        Id = "SKY1143",
        Key = "S3BucketReplicationEnabled",
        Title = "Bucket has no copy elsewhere",
        Message = "{0} is not replicated; add a replication rule",
        Why = "The objects exist in one region and one account: they are out of reach when the region is, and gone when the account is taken over. Replication keeps a copy elsewhere.",
        NoFix = "Replication needs a bucket to copy to and a role that may.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-S3BucketReplicationEnabled", "NIST.800.53.R4-S3BucketReplicationEnabled", "NIST.800.53.R5-S3BucketReplicationEnabled", "PCI.DSS.321-S3BucketReplicationEnabled"],
            SecurityHub = ["S3.7"],
            Guard = ["S3_BUCKET_REPLICATION_ENABLED"],
        },
        CfnProperties = ["ReplicationConfiguration"],
        Targets =
        [
            // Older versions of the L2 can only say so with an override.
            Target.Of(Bucket, Prop("ReplicationRules").IsSet()),
            Target.Of(CfnBucket, Prop("ReplicationConfiguration.Rules").Some(Prop("Status").Is("Enabled"))),
        ],
    };

    public static readonly ConstructRule Lock = new()
    {
        Id = "SKY1144",
        Key = "S3BucketDefaultLockEnabled",
        Title = "Objects can be deleted before their time",
        Message = "{0} does not lock its objects; set ObjectLockDefaultRetention",
        Why = "Records that a rule or a law wants kept can be deleted by whoever may write, and by whoever takes over their credentials. A lock holds until its time is over, in compliance mode even against the account's administrator.",
        NoFix = "A lock cannot be undone: how long it holds, and for what, has to be decided by the owner.",
        Category = Category.Reliability,
        Level = Level.Off,
        References = new References { CdkNag = ["NIST.800.53.R4-S3BucketDefaultLockEnabled"], SecurityHub = ["S3.15"], Guard = ["S3_BUCKET_DEFAULT_LOCK_ENABLED"] },
        CfnProperties = ["ObjectLockEnabled", "ObjectLockConfiguration"],
        Targets =
        [
            Target.Of(Bucket, Prop("ObjectLockDefaultRetention").IsSet()),
            Target.Of(CfnBucket, AllOf(Prop("ObjectLockEnabled").IsTrue(), Prop("ObjectLockConfiguration.ObjectLockEnabled").Is("Enabled"))),
        ],
    };

    public static readonly ConstructRule Website = new()
    {
        Id = "SKY1145",
        Key = "S3WebBucketOAIAccess",
        Title = "Website is served by its bucket",
        Message = "{0} serves a website by itself; put a CloudFront distribution in front and let only that read",
        Why = "A bucket that serves a website has to be readable by everyone, knows no HTTPS and no firewall. CloudFront with origin access control serves the same content over HTTPS and leaves the bucket closed.",
        NoFix = "The distribution needs a certificate, a name and a cache policy.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-S5"], Cwe = ["CWE-319"] },
        CfnProperties = ["WebsiteConfiguration"],
        Targets =
        [
            // A bucket that only redirects has nothing to read.
            Target.Of(Bucket, When(Prop("WebsiteIndexDocument").IsSet(), AnyOf(s_isOrigin, s_isGranted))),
            Target.Of(CfnBucket, When(Prop("WebsiteConfiguration.IndexDocument").IsSet(), AnyOf(s_isOrigin, UsedBy("Amazon.CDK.AWS.S3.CfnBucketPolicy", "Amazon.CDK.AWS.S3.CfnBucketPolicyProps")))),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Versioning, Logging, Replication, Lock, Website];
}
