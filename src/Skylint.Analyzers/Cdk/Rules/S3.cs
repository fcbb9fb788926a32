using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Cdk.Model;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about Amazon S3.</summary>
internal static class S3
{
    private const string Unset = "unset";
    private const string AbortUploads = "AbortIncompleteMultipartUploadAfter = Amazon.CDK.Duration.Days(7)";

    // From 2.196 on, with the flag, a setting that the configuration leaves out is on.
    private static readonly Default s_leftOut = Default.Since(2, 196, Default.Flag("@aws-cdk/aws-s3:publicAccessBlockedByDefault", on: Default.Satisfies, off: Default.Violates), Default.Violates);

    private static readonly Requirement s_blocksAll = AllOf(
        When(That((value, _) => value is ObjectValue ? Outcome.Satisfied : Outcome.Violated), AllFourSettings(s_leftOut)),
        That(BlocksAllByName));

    private static readonly string[] s_nagOfUnset =
    [
        "HIPAA.Security-S3BucketPublicReadProhibited", "NIST.800.53.R4-S3BucketPublicReadProhibited", "NIST.800.53.R5-S3BucketPublicReadProhibited", "PCI.DSS.321-S3BucketPublicReadProhibited",
        "HIPAA.Security-S3BucketPublicWriteProhibited", "NIST.800.53.R4-S3BucketPublicWriteProhibited", "NIST.800.53.R5-S3BucketPublicWriteProhibited", "PCI.DSS.321-S3BucketPublicWriteProhibited",
    ];

    private static readonly Requirement s_mustBeSet = IsRequested(() => BlockPublicAccess!, Unset);

    private static readonly Requirement s_hasPolicy = UsedBy("Amazon.CDK.AWS.S3.CfnBucketPolicy", "Amazon.CDK.AWS.S3.CfnBucketPolicyProps", "Amazon.CDK.AWS.S3.BucketPolicy", "Amazon.CDK.AWS.S3.BucketPolicyProps");

    // A website without versions is as large as what was deployed last.
    private static readonly Requirement s_holdsWhatIsDeployed = AllOf(AnyOf(Prop("WebsiteIndexDocument").IsSet(), AssignedTo("DestinationBucket")), Prop("Versioned").IsFalse());

    public static readonly ConstructRule Encryption = new()
    {
        Id = "SKY1001",
        Key = "S3ExplicitUnencrypted",
        Title = "Bucket encryption is disabled or left unstated",
        Message = "Encryption of {0} is off or left unstated; set Encryption to S3_MANAGED or KMS",
        Why = "S3 encrypts new objects by default, but a bucket whose code does not say which key protects it leaves reviewers and auditors guessing, and UNENCRYPTED asks for none. State the choice: S3_MANAGED, or KMS where you need to control and audit the key.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { Checkov = ["CKV_AWS_19"], Trivy = ["AWS-0088"], SecurityHub = ["S3.4"], Sonar = ["S6245"], Cwe = ["CWE-311"] },
        CfnProperties = ["BucketEncryption"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.S3.Bucket",
                AnyOf(Prop("Encryption").IsNot("UNENCRYPTED", unset: Default.Violates), Prop("EncryptionKey").IsSet()),
                Fix.Set("Encryption", "Amazon.CDK.AWS.S3.BucketEncryption.S3_MANAGED"),
                Fix.Set("Encryption", "Amazon.CDK.AWS.S3.BucketEncryption.KMS_MANAGED")),
            Target.Of("Amazon.CDK.AWS.S3.CfnBucket", Prop("BucketEncryption").IsSet()),
        ],
    };

    public static readonly ConstructRule EnforceSsl = new()
    {
        Id = "SKY1002",
        Key = "S3BucketSSLRequestsOnly",
        Title = "Bucket accepts requests without TLS",
        Message = "{0} accepts requests without TLS; set EnforceSSL = true",
        Why = "Without a bucket policy that denies plain HTTP, objects and credentials can cross the network in clear text.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag = ["AwsSolutions-S10", "HIPAA.Security-S3BucketSSLRequestsOnly", "NIST.800.53.R4-S3BucketSSLRequestsOnly", "NIST.800.53.R5-S3BucketSSLRequestsOnly", "PCI.DSS.321-S3BucketSSLRequestsOnly"],
            SecurityHub = ["S3.5"],
            Sonar = ["S6249"],
            Guard = ["S3_BUCKET_SSL_REQUESTS_ONLY"],
            Cwe = ["CWE-319"],
        },
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.S3.Bucket",
                AnyOf(Prop("EnforceSSL").IsTrue(), Calls("AddToResourcePolicy"), s_hasPolicy),
                Fix.Set("EnforceSSL", "true")),
            // A policy finds the bucket by its name as well, and then nothing in the code ties the two together.
            Target.Of("Amazon.CDK.AWS.S3.CfnBucket", AnyOf(s_hasPolicy, AllOf(Prop("BucketName").IsSet(), Mentions("CfnBucketPolicy")))),
            Target.Of("Amazon.CDK.AWS.S3.CfnBucketPolicy", Prop("PolicyDocument").Has(PolicyDocuments.DeniesPlainHttp)),
        ],
    };

    public static readonly ConstructRule BlockPublicAccess = new()
    {
        Id = "SKY1007",
        Key = "S3BucketLevelPublicAccessProhibited",
        Title = "Bucket switches off part of Block Public Access",
        Message = "{0} does not block all public access; set BlockPublicAccess.BLOCK_ALL",
        Why = "S3 blocks public access to every new bucket. A configuration that leaves one of the four settings out opens what it does not name: one careless ACL or bucket policy later the objects are public.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References
        {
            CdkNag =
            [
                "AwsSolutions-S2", "HIPAA.Security-S3BucketLevelPublicAccessProhibited", "NIST.800.53.R5-S3BucketLevelPublicAccessProhibited", "PCI.DSS.321-S3BucketLevelPublicAccessProhibited",
                .. s_nagOfUnset,
            ],
            Checkov = ["CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56"],
            Trivy = ["AWS-0086", "AWS-0087", "AWS-0091", "AWS-0093", "AWS-0094"],
            SecurityHub = ["S3.8"],
            Sonar = ["S6281"],
            Guard = ["S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED"],
            Cwe = ["CWE-284"],
        },
        Options = [new RuleOption(Unset, "false", "Also report a bucket that does not set Block Public Access, although S3 blocks public access to new buckets, as cdk-nag does.") { CdkNag = s_nagOfUnset }],
        CfnProperties = ["PublicAccessBlockConfiguration"],
        Targets =
        [
            // A bucket that is public on purpose is the next rule's concern; this one would only say the same again.
            Target.Of(
                "Amazon.CDK.AWS.S3.Bucket",
                AnyOf(AllOf(Prop("BlockPublicAccess").Has(s_blocksAll), When(s_mustBeSet, Prop("BlockPublicAccess").IsSet())), Prop("PublicReadAccess").IsTrue(), Calls("GrantPublicAccess")),
                Fix.Set("BlockPublicAccess", "Amazon.CDK.AWS.S3.BlockPublicAccess.BLOCK_ALL")),
            Target.Of(
                "Amazon.CDK.AWS.S3.CfnBucket",
                AnyOf(Prop("PublicAccessBlockConfiguration").Has(AllFourSettings(Default.Violates)), AllOf(Prop("PublicAccessBlockConfiguration").IsUnset(), Not(s_mustBeSet))),
                Fix.Set(
                    "PublicAccessBlockConfiguration",
                    "new Amazon.CDK.AWS.S3.CfnBucket.PublicAccessBlockConfigurationProperty { BlockPublicAcls = true, BlockPublicPolicy = true, IgnorePublicAcls = true, RestrictPublicBuckets = true }",
                    "Block all public access")),
        ],
    };

    public static readonly ConstructRule EncryptionKms = new()
    {
        Id = "SKY1008",
        Key = "S3DefaultEncryptionKMS",
        Title = "Bucket is not encrypted with a KMS key",
        Message = "{0} is not encrypted with a KMS key; set Encryption = BucketEncryption.KMS",
        Why = "With S3-managed keys everybody who may read an object can also decrypt it, and no log shows who did. A KMS key is a second lock with its own policy and audit trail, which some compliance rules demand; each request to it costs money.",
        Category = Category.Security,
        Level = Level.Off,
        References = new References
        {
            CdkNag = ["HIPAA.Security-S3DefaultEncryptionKMS", "NIST.800.53.R5-S3DefaultEncryptionKMS", "PCI.DSS.321-S3DefaultEncryptionKMS"],
            Trivy = ["AWS-0132"],
            SecurityHub = ["S3.17"],
            Sonar = ["S6245"],
            Guard = ["S3_DEFAULT_ENCRYPTION_KMS"],
            Cwe = ["CWE-311"],
        },
        CfnProperties = ["BucketEncryption"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.S3.Bucket",
                AnyOf(Prop("Encryption").IsOneOf(["KMS", "KMS_MANAGED", "DSSE", "DSSE_MANAGED"]), AllOf(Prop("Encryption").IsUnset(), Prop("EncryptionKey").IsSet())),
                Fix.Set("Encryption", "Amazon.CDK.AWS.S3.BucketEncryption.KMS"),
                Fix.Set("Encryption", "Amazon.CDK.AWS.S3.BucketEncryption.KMS_MANAGED")),
            Target.Of(
                "Amazon.CDK.AWS.S3.CfnBucket",
                Prop("BucketEncryption.ServerSideEncryptionConfiguration").Each(Prop("ServerSideEncryptionByDefault.SseAlgorithm").IsOneOf(["aws:kms", "aws:kms:dsse"]), unset: Default.Violates)),
        ],
    };

    public static readonly ConstructRule PublicGrant = new()
    {
        Id = "SKY1009",
        Key = "S3PublicGrant",
        Title = "Bucket is opened to everyone",
        Message = "{0} is readable by everyone on the internet; serve its content through CloudFront instead",
        Why = "Whatever is put into the bucket from now on, by whomever, is public at once. CloudFront with origin access control publishes the same content over HTTPS and leaves the bucket closed.",
        NoFix = "Public content needs another way out, such as a CloudFront distribution, before the bucket can be closed.",
        Category = Category.Security,
        Level = Level.Warning,
        References = new References { Checkov = ["CKV_AWS_20"], Trivy = ["AWS-0092"], SecurityHub = ["S3.2"], Sonar = ["S6265", "S6270"], Cwe = ["CWE-284"] },
        CfnProperties = ["AccessControl"],
        Targets =
        [
            Target.Of("Amazon.CDK.AWS.S3.Bucket", AllOf(Prop("PublicReadAccess").IsFalse(), Prop("AccessControl").IsNot(["PUBLIC_READ", "PUBLIC_READ_WRITE"]))),
            Target.Of("Amazon.CDK.AWS.S3.CfnBucket", Prop("AccessControl").IsNot(["PublicRead", "PublicReadWrite"])),
            Target.Call("Amazon.CDK.AWS.S3.Bucket", "GrantPublicAccess", That(IsNarrowed)),
        ],
    };

    public static readonly ConstructRule Lifecycle = new()
    {
        Id = "SKY1010",
        Key = "S3NoLifecycle",
        Title = "Bucket has no lifecycle rule",
        Message = "{0} keeps everything forever at full price; add a lifecycle rule",
        Why = "Storage costs grow with every object that nobody deletes, and parts of uploads that never finished are paid for without being visible in the bucket. A lifecycle rule removes them and moves cold objects to cheaper storage.",
        Category = Category.Cost,
        Level = Level.Info,
        References = new References { SecurityHub = ["S3.13"] },
        CfnProperties = ["LifecycleConfiguration"],
        Targets =
        [
            Target.Of(
                "Amazon.CDK.AWS.S3.Bucket",
                AnyOf(Prop("LifecycleRules").IsSet(), Calls("AddLifecycleRule"), s_holdsWhatIsDeployed),
                Fix.Set("LifecycleRules", $"new[] {{ new Amazon.CDK.AWS.S3.LifecycleRule {{ {AbortUploads} }} }}", "Remove unfinished uploads after 7 days"),
                Fix.Set(
                    "LifecycleRules",
                    $"new[] {{ new Amazon.CDK.AWS.S3.LifecycleRule {{ {AbortUploads}, Transitions = new[] {{ new Amazon.CDK.AWS.S3.Transition {{ StorageClass = Amazon.CDK.AWS.S3.StorageClass.INTELLIGENT_TIERING, TransitionAfter = Amazon.CDK.Duration.Days(0) }} }} }} }}",
                    "Remove unfinished uploads after 7 days and tier objects by use")),
            Target.Of("Amazon.CDK.AWS.S3.CfnBucket", Prop("LifecycleConfiguration").IsSet()),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Encryption, EnforceSsl, BlockPublicAccess, EncryptionKms, PublicGrant, Lifecycle];

    private static Requirement AllFourSettings(Default leftOut) => AllOf(
        Prop("BlockPublicAcls").IsTrue(leftOut),
        Prop("BlockPublicPolicy").IsTrue(leftOut),
        Prop("IgnorePublicAcls").IsTrue(leftOut),
        Prop("RestrictPublicBuckets").IsTrue(leftOut));

    // BlockPublicAccess.BLOCK_ACLS is a configuration that names two of the four.
    private static Verdict BlocksAllByName(Value value, Construct bucket) => value switch
    {
        UnsetValue or NullValue or ObjectValue or MemberValue { Name: "BLOCK_ALL" } => Outcome.Satisfied,
        MemberValue { Name: "BLOCK_ACLS" } => s_leftOut.In(bucket.Cdk),
        MemberValue { Name: "BLOCK_ACLS_ONLY" } => Outcome.Violated,
        _ => Outcome.Unknown,
    };

    // The grant that the call returns can be narrowed by conditions, for example to a range of addresses; an import owns no policy.
    private static Verdict IsNarrowed(Value arguments, Construct call) =>
        call.Operation.Parent is not IExpressionStatementOperation ? Outcome.Unknown
        : call.Cdk.Resolver.Member(arguments, "this") is CallValue ? Outcome.Satisfied
        : Outcome.Violated;
}
