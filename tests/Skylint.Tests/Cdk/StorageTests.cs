using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>Buckets as a whole, and the secrets that Secrets Manager keeps.</summary>
public sealed class StorageTests
{
    private static readonly StackSource s_s3 = new("S3", "EC2", "ElasticLoadBalancingV2", "CloudFront", "CloudFront.Origins");
    private static readonly StackSource s_secrets = new("SecretsManager", "RDS", "EC2", "Lambda");

    private const string Database = "var db = new DatabaseInstance(this, \"D\", new DatabaseInstanceProps { Engine = DatabaseInstanceEngine.MYSQL, Vpc = new Vpc(this, \"V\")";

    private const string Secret = "var s = new Secret(this, \"S\");";

    [Theory]
    [InlineData("var b = new Bucket(this, \"B\");", true)]
    [InlineData("var b = new Bucket(this, \"B\", new BucketProps { Versioned = given });", false)]
    [InlineData("var b = new Bucket(this, \"AccessLogs\");", false)]
    [InlineData("var b = new Bucket(this, \"Cache\");", false)]
    [InlineData("var b = new Bucket(this, \"B\"); new Amazon.CDK.AWS.S3.Deployment.BucketDeployment(this, \"D\", new Amazon.CDK.AWS.S3.Deployment.BucketDeploymentProps { DestinationBucket = b, Sources = System.Array.Empty<Amazon.CDK.AWS.S3.Deployment.ISource>() });", false)]
    [InlineData("var b = new Bucket(this, \"Catalogue\");", true)]
    [InlineData("var b = Bucket.FromBucketName(this, \"B\", text);", false)]
    public Task Versions(string statements, bool isFlagged) => Judge(s_s3, "SKY1141", statements, isFlagged);

    [Theory]
    [InlineData("var b = new Bucket(this, \"B\");", true)]
    [InlineData("var b = new Bucket(this, \"B\", new BucketProps { ServerAccessLogsPrefix = \"log/\" });", false)]
    // A bucket that holds the logs of others has none of its own.
    [InlineData("var b = new Bucket(this, \"B\"); new Bucket(this, \"D\", new BucketProps { ServerAccessLogsBucket = b });", false)]
    [InlineData("var b = new Bucket(this, \"B\"); new ApplicationLoadBalancer(this, \"L\", new ApplicationLoadBalancerProps { Vpc = new Vpc(this, \"V\") }).LogAccessLogs(b);", false)]
    [InlineData("var b = new Bucket(this, \"B\"); new FlowLog(this, \"F\", new FlowLogProps { ResourceType = FlowLogResourceType.FromVpc(new Vpc(this, \"V\")), Destination = FlowLogDestination.ToS3(b) });", false)]
    [InlineData("var b = new CfnBucket(this, \"B\"); new CfnBucket(this, \"D\", new CfnBucketProps { LoggingConfiguration = new CfnBucket.LoggingConfigurationProperty { DestinationBucketName = b.Ref } });", false)]
    public Task Access_logs(string statements, bool isFlagged) => Judge(s_s3, "SKY1142", statements, isFlagged);

    [Theory]
    [InlineData("var b = new Bucket(this, \"B\");", true)]
    [InlineData("var b = new Bucket(this, \"B\"); ((CfnBucket)b.Node.DefaultChild!).AddPropertyOverride(\"ReplicationConfiguration.Role\", text);", false)]
    public Task Copies(string statements, bool isFlagged) => Judge(s_s3, "SKY1143", statements, isFlagged);

    [Theory]
    [InlineData("var b = new Bucket(this, \"B\");", false)]
    [InlineData("var b = new Bucket(this, \"B\", new BucketProps { WebsiteIndexDocument = \"index.html\" });", true)]
    [InlineData("var b = new Bucket(this, \"B\", new BucketProps { WebsiteIndexDocument = \"index.html\" }); new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = new BehaviorOptions { Origin = S3BucketOrigin.WithOriginAccessControl(b) } });", false)]
    [InlineData("var b = new Bucket(this, \"B\", new BucketProps { WebsiteIndexDocument = \"index.html\" }); new Distribution(this, \"D\", new DistributionProps { DefaultBehavior = new BehaviorOptions { Origin = new S3Origin(b) } });", true)]
    [InlineData("var b = new Bucket(this, \"B\", new BucketProps { WebsiteRedirect = new RedirectTarget { HostName = text } });", false)]
    [InlineData("var b = new Bucket(this, \"B\", new BucketProps { WebsiteIndexDocument = \"index.html\" }); b.GrantRead(new Amazon.CDK.AWS.IAM.AccountRootPrincipal());", false)]
    public Task Websites(string statements, bool isFlagged) => Judge(s_s3, "SKY1145", statements, isFlagged);

    [Theory]
    [InlineData(Secret, true)]
    [InlineData(Secret + "new Secret(this, \"O\").AddRotationSchedule(\"R\", new RotationScheduleOptions { HostedRotation = HostedRotation.MysqlSingleUser() });", true)]
    [InlineData(Secret + "s.AddRotationSchedule(\"R\", new RotationScheduleOptions { HostedRotation = HostedRotation.MysqlSingleUser() });", false)]
    [InlineData(Secret + "new RotationSchedule(this, \"R\", new RotationScheduleProps { Secret = s, HostedRotation = HostedRotation.MysqlSingleUser() });", false)]
    [InlineData(Secret + Database + ", Credentials = Credentials.FromSecret(s) }); db.AddRotationSingleUser();", false)]
    [InlineData(Secret + Database + " }); s.Attach(db).AddRotationSchedule(\"R\", new RotationScheduleOptions { HostedRotation = HostedRotation.MysqlSingleUser() }); db.AddRotationSingleUser();", false)]
    [InlineData(Secret + Database + " }); db.AddRotationMultiUser(\"R\", new RotationMultiUserOptions { Secret = s }); db.AddRotationSingleUser();", false)]
    [InlineData("Secret.FromSecretNameV2(this, \"S\", text);", false)]
    // A database makes the secret that it is not given.
    [InlineData(Database + " });", true)]
    [InlineData(Database + ", Credentials = Credentials.FromGeneratedSecret(\"admin\") });", true)]
    [InlineData(Database + " }); db.AddRotationSingleUser();", false)]
    [InlineData(Database + ", Credentials = Credentials.FromPassword(\"admin\", SecretValue.SsmSecure(text)) });", false)]
    public Task Rotation(string statements, bool isFlagged) => Judge(s_secrets, "SKY1151", statements, isFlagged);

    [Theory]
    [InlineData(Secret, true)]
    [InlineData("new Secret(this, \"S\", new SecretProps { EncryptionKey = Amazon.CDK.AWS.KMS.Key.FromKeyArn(this, \"K\", text) });", false)]
    [InlineData("new CfnSecret(this, \"S\", new CfnSecretProps { KmsKeyId = \"alias/aws/secretsmanager\" });", true)]
    [InlineData("new CfnSecret(this, \"S\", new CfnSecretProps { KmsKeyId = text });", false)]
    public Task Keys(string statements, bool isFlagged) => Judge(s_secrets, "SKY1152", statements, isFlagged);

    private static Task Judge(StackSource stack, string id, string statements, bool isFlagged) => isFlagged ? stack.Flagged(id, statements, Refs.Cdk) : stack.Silent(id, statements, Refs.Cdk);
}
