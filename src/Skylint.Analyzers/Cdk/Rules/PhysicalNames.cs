using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about the names that resources have in the account, whatever the service.</summary>
internal static class PhysicalNames
{
    private const string Fifo = ".fifo";

    public static readonly ConstructRule Hardcoded = new()
    {
        Id = "SKY1022",
        Key = "CdkHardcodedPhysicalName",
        Title = "Resource has a hard-coded name",
        Message = "{0} has a hard-coded name; leave the name out, so that one is generated",
        Why = "A second deployment to the same account and region fails because the name is taken, and so does every change that replaces the resource. A generated name is unique, and other constructs refer to the resource itself.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References { Guard = ["CFN_NO_EXPLICIT_RESOURCE_NAMES"], Links = ["https://docs.aws.amazon.com/cdk/v2/guide/best-practices.html"] },
        CfnProperties = ["BucketName", "TableName", "QueueName", "TopicName", "RoleName", "FunctionName"],
        Targets =
        [
            .. Named("BucketName", IsNeededForBucket, "Amazon.CDK.AWS.S3.Bucket", "Amazon.CDK.AWS.S3.CfnBucket"),
            .. Named("TableName", null, "Amazon.CDK.AWS.DynamoDB.Table", "Amazon.CDK.AWS.DynamoDB.TableV2", "Amazon.CDK.AWS.DynamoDB.CfnTable", "Amazon.CDK.AWS.DynamoDB.CfnGlobalTable"),
            .. Named("QueueName", IsFifo, "Amazon.CDK.AWS.SQS.Queue", "Amazon.CDK.AWS.SQS.CfnQueue"),
            .. Named("TopicName", IsFifo, "Amazon.CDK.AWS.SNS.Topic", "Amazon.CDK.AWS.SNS.CfnTopic"),
            .. Named("RoleName", null, "Amazon.CDK.AWS.IAM.Role", "Amazon.CDK.AWS.IAM.CfnRole"),
            .. Named("FunctionName", null, "Amazon.CDK.AWS.Lambda.Function", "Amazon.CDK.AWS.Lambda.DockerImageFunction", "Amazon.CDK.AWS.Lambda.CfnFunction"),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Hardcoded];

    private static IEnumerable<Target> Named(string property, Func<string, bool>? isNeeded, params string[] types) =>
        [Target.Of(types, Prop(property).IsNotFixedText(isNeeded), Fix.Remove(property, $"Remove {property} (replaces a deployed resource)"))];

    // The bucket of a website is named like its host, and the firewall delivers its logs only to such names.
    private static bool IsNeededForBucket(string name) => name.Contains('.') || name.StartsWith("aws-waf-logs-", StringComparison.Ordinal);

    // The ending makes the queue or topic a FIFO one.
    private static bool IsFifo(string name) => name.EndsWith(Fifo, StringComparison.Ordinal);
}
