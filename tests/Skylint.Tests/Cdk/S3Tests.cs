using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

public sealed class S3Tests
{
    private static readonly StackSource s_stack = new("IAM", "KMS", "S3");

    private const string PublicAccessFlag = "@aws-cdk/aws-s3:publicAccessBlockedByDefault";

    [Theory]
    [InlineData("SKY1002", "new CfnBucket(this, \"B\");")]
    [InlineData("SKY1002", "new CfnBucket(this, \"B\", new CfnBucketProps { BucketName = \"b\" });")]
    [InlineData("SKY1002", "var b = new CfnBucket(this, \"B\"); new CfnBucketPolicy(this, \"P\", new CfnBucketPolicyProps { Bucket = b.Ref, PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = \"s3:*\" } } } });")]
    [InlineData("SKY1002", "var b = new CfnBucket(this, \"B\"); new CfnBucketPolicy(this, \"P\", new CfnBucketPolicyProps { Bucket = b.Ref, PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new[] { new Dictionary<string, object> { [\"Effect\"] = \"Deny\", [\"Condition\"] = new Dictionary<string, object> { [\"Bool\"] = new Dictionary<string, object> { [\"aws:MultiFactorAuthPresent\"] = false } } } } } });")]
    [InlineData("SKY1007", "new Bucket(this, \"B\", new BucketProps { BlockPublicAccess = BlockPublicAccess.BLOCK_ACLS });")]
    [InlineData("SKY1007", "new Bucket(this, \"B\", new BucketProps { BlockPublicAccess = new BlockPublicAccess(new BlockPublicAccessOptions { BlockPublicAcls = true, IgnorePublicAcls = true }) });")]
    [InlineData("SKY1007", "new Bucket(this, \"B\", new BucketProps { BlockPublicAccess = new BlockPublicAccess(new BlockPublicAccessOptions { BlockPublicAcls = true, IgnorePublicAcls = true, BlockPublicPolicy = false, RestrictPublicBuckets = true }) });")]
    [InlineData("SKY1007", "new CfnBucket(this, \"B\", new CfnBucketProps { PublicAccessBlockConfiguration = new CfnBucket.PublicAccessBlockConfigurationProperty { BlockPublicAcls = true } });")]
    [InlineData("SKY1008", "new Bucket(this, \"B\");")]
    [InlineData("SKY1008", "new Bucket(this, \"B\", new BucketProps { Encryption = BucketEncryption.S3_MANAGED });")]
    [InlineData("SKY1008", "new CfnBucket(this, \"B\");")]
    [InlineData("SKY1008", "new CfnBucket(this, \"B\", new CfnBucketProps { BucketEncryption = new CfnBucket.BucketEncryptionProperty { ServerSideEncryptionConfiguration = new[] { new CfnBucket.ServerSideEncryptionRuleProperty { ServerSideEncryptionByDefault = new CfnBucket.ServerSideEncryptionByDefaultProperty { SseAlgorithm = \"AES256\" } } } } });")]
    [InlineData("SKY1009", "new Bucket(this, \"B\", new BucketProps { PublicReadAccess = true });")]
    [InlineData("SKY1009", "new Bucket(this, \"B\", new BucketProps { AccessControl = BucketAccessControl.PUBLIC_READ });")]
    [InlineData("SKY1009", "new CfnBucket(this, \"B\", new CfnBucketProps { AccessControl = \"PublicReadWrite\" });")]
    [InlineData("SKY1009", "var b = new Bucket(this, \"B\"); b.GrantPublicAccess();")]
    [InlineData("SKY1009", "var b = new Bucket(this, \"B\"); b.GrantPublicAccess(\"public/*\");")]
    [InlineData("SKY1010", "new Bucket(this, \"B\");")]
    [InlineData("SKY1010", "new Bucket(this, \"B\", new BucketProps { LifecycleRules = new ILifecycleRule[0] });")]
    [InlineData("SKY1010", "new CfnBucket(this, \"B\");")]
    [InlineData("SKY1010", "new Bucket(this, \"B\", new BucketProps { WebsiteIndexDocument = \"index.html\", Versioned = true });")]
    public Task Bad(string id, string statements) => s_stack.Flagged(id, statements, Refs.Cdk);

    [Theory]
    [InlineData("SKY1002", "var b = new CfnBucket(this, \"B\"); new CfnBucketPolicy(this, \"P\", new CfnBucketPolicyProps { Bucket = b.Ref, PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new[] { new Dictionary<string, object> { [\"Effect\"] = \"Deny\", [\"Principal\"] = \"*\", [\"Action\"] = \"s3:*\", [\"Condition\"] = new Dictionary<string, object> { [\"Bool\"] = new Dictionary<string, object> { [\"aws:SecureTransport\"] = \"false\" } } } } } });")]
    [InlineData("SKY1002", "var b = new CfnBucket(this, \"B\"); new CfnBucketPolicy(this, \"P\", new CfnBucketPolicyProps { Bucket = b.Ref, PolicyDocument = new PolicyDocument() });")]
    [InlineData("SKY1002", "new CfnBucket(this, \"B\", new CfnBucketProps { BucketName = \"b\" }); new CfnBucketPolicy(this, \"P\", new CfnBucketPolicyProps { Bucket = \"b\", PolicyDocument = new PolicyDocument() });")]
    [InlineData("SKY1002", "var b = Bucket.FromBucketName(this, \"B\", \"b\");")]
    [InlineData("SKY1007", "new Bucket(this, \"B\");")]
    [InlineData("SKY1007", "new Bucket(this, \"B\", new BucketProps { BlockPublicAccess = BlockPublicAccess.BLOCK_ALL });")]
    [InlineData("SKY1007", "new Bucket(this, \"B\", new BucketProps { BlockPublicAccess = new BlockPublicAccess(new BlockPublicAccessOptions { BlockPublicAcls = true, IgnorePublicAcls = true, BlockPublicPolicy = true, RestrictPublicBuckets = true }) });")]
    [InlineData("SKY1007", "new Bucket(this, \"B\", new BucketProps { BlockPublicAccess = given ? BlockPublicAccess.BLOCK_ALL : BlockPublicAccess.BLOCK_ACLS });")]
    // Public on purpose is reported once, by SKY1009.
    [InlineData("SKY1007", "new Bucket(this, \"B\", new BucketProps { PublicReadAccess = true, BlockPublicAccess = BlockPublicAccess.BLOCK_ACLS });")]
    [InlineData("SKY1007", "var b = new Bucket(this, \"B\", new BucketProps { BlockPublicAccess = BlockPublicAccess.BLOCK_ACLS }); b.GrantPublicAccess();")]
    [InlineData("SKY1007", "new CfnBucket(this, \"B\");")]
    [InlineData("SKY1007", "new CfnBucket(this, \"B\", new CfnBucketProps { PublicAccessBlockConfiguration = new CfnBucket.PublicAccessBlockConfigurationProperty { BlockPublicAcls = true, BlockPublicPolicy = true, IgnorePublicAcls = true, RestrictPublicBuckets = true } });")]
    [InlineData("SKY1008", "new Bucket(this, \"B\", new BucketProps { Encryption = BucketEncryption.DSSE });")]
    [InlineData("SKY1008", "new Bucket(this, \"B\", new BucketProps { EncryptionKey = new Key(this, \"K\") });")]
    [InlineData("SKY1008", "new CfnBucket(this, \"B\", new CfnBucketProps { BucketEncryption = new CfnBucket.BucketEncryptionProperty { ServerSideEncryptionConfiguration = new[] { new CfnBucket.ServerSideEncryptionRuleProperty { ServerSideEncryptionByDefault = new CfnBucket.ServerSideEncryptionByDefaultProperty { SseAlgorithm = \"aws:kms\" } } } } });")]
    [InlineData("SKY1009", "new Bucket(this, \"B\", new BucketProps { PublicReadAccess = false, AccessControl = BucketAccessControl.LOG_DELIVERY_WRITE });")]
    [InlineData("SKY1009", "new Bucket(this, \"B\", new BucketProps { PublicReadAccess = given });")]
    // The grant may be narrowed by a condition.
    [InlineData("SKY1009", "var b = new Bucket(this, \"B\"); var grant = b.GrantPublicAccess(); grant.ResourceStatement!.AddCondition(\"IpAddress\", new Dictionary<string, object> { [\"aws:SourceIp\"] = \"10.0.0.0/8\" });")]
    [InlineData("SKY1009", "Bucket.FromBucketName(this, \"B\", \"b\").GrantPublicAccess();")]
    [InlineData("SKY1010", "new Bucket(this, \"B\", new BucketProps { WebsiteIndexDocument = \"index.html\" });")]
    [InlineData("SKY1010", "new Amazon.CDK.AWS.S3.Deployment.BucketDeployment(this, \"D\", new Amazon.CDK.AWS.S3.Deployment.BucketDeploymentProps { DestinationBucket = new Bucket(this, \"B\"), Sources = System.Array.Empty<Amazon.CDK.AWS.S3.Deployment.ISource>() });")]
    [InlineData("SKY1010", "var b = new Bucket(this, \"B\"); b.AddLifecycleRule(new LifecycleRule { Expiration = Duration.Days(30) });")]
    [InlineData("SKY1010", "new Bucket(this, \"B\", new BucketProps { LifecycleRules = new[] { new LifecycleRule { Expiration = Duration.Days(30) } } });")]
    [InlineData("SKY1010", "var b = new CfnBucket(this, \"B\"); b.LifecycleConfiguration = new CfnBucket.LifecycleConfigurationProperty { Rules = new[] { new CfnBucket.RuleProperty { Status = \"Enabled\" } } };")]
    public Task Good(string id, string statements) => s_stack.Silent(id, statements, Refs.Cdk);

    [Fact]
    public async Task Settings_left_out_follow_the_flag_from_2_196_on()
    {
        const string Partial = "new Bucket(this, \"B\", new BucketProps { BlockPublicAccess = BlockPublicAccess.BLOCK_ACLS });";
        await s_stack.Flagged("SKY1007", Partial, Refs.Cdk103);
        await s_stack.Flagged("SKY1007", Partial, StackSource.WithFlags(Refs.Cdk, PublicAccessFlag));
        await s_stack.Silent("SKY1007", Partial, StackSource.WithFlags(Refs.Cdk277, PublicAccessFlag));
        await s_stack.Flagged("SKY1007", Partial, StackSource.WithFlags(Refs.Cdk277));
        await s_stack.Silent("SKY1007", Partial, Refs.Cdk277);
        // What is switched off in so many words stays off.
        await s_stack.Flagged("SKY1007", "new Bucket(this, \"B\", new BucketProps { BlockPublicAccess = BlockPublicAccess.BLOCK_ACLS_ONLY });", Refs.Cdk277);
    }

    [Fact]
    public Task An_escape_hatch_that_opens_a_bucket_is_reported() => s_stack.Flagged(
        "SKY1007",
        "var b = new Bucket(this, \"B\", new BucketProps { BlockPublicAccess = BlockPublicAccess.BLOCK_ALL }); ((CfnBucket)b.Node.DefaultChild!).AddPropertyOverride(\"PublicAccessBlockConfiguration.BlockPublicPolicy\", false);",
        Refs.Cdk);

    [Fact]
    public Task An_L1_is_closed_as_a_whole() => s_stack.Fix(
        "SKY1007",
        "new CfnBucket(this, \"B\", new CfnBucketProps { PublicAccessBlockConfiguration = new CfnBucket.PublicAccessBlockConfigurationProperty { BlockPublicAcls = true } });",
        "new CfnBucket(this, \"B\", new CfnBucketProps { PublicAccessBlockConfiguration = new CfnBucket.PublicAccessBlockConfigurationProperty { BlockPublicAcls = true, BlockPublicPolicy = true, IgnorePublicAcls = true, RestrictPublicBuckets = true } });",
        Refs.Cdk);

    [Fact]
    public Task Lifecycle_can_also_tier() => s_stack.Fix(
        "SKY1010",
        "new Bucket(this, \"B\", new BucketProps { Versioned = true });",
        "new Bucket(this, \"B\", new BucketProps { Versioned = true, LifecycleRules = new[] { new LifecycleRule { AbortIncompleteMultipartUploadAfter = Duration.Days(7), Transitions = new[] { new Transition { StorageClass = StorageClass.INTELLIGENT_TIERING, TransitionAfter = Duration.Days(0) } } } } });",
        Refs.Cdk,
        action: 1);
}
