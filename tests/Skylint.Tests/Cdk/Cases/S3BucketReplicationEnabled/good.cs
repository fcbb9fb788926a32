using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.S3BucketReplicationEnabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnBucket(scope, "Subject", new CfnBucketProps
        {
            BucketName = "orders-documents",
            ReplicationConfiguration = new CfnBucket.ReplicationConfigurationProperty { Role = "arn:aws:iam::123456789012:role/replication", Rules = new[] { new CfnBucket.ReplicationRuleProperty { Status = "Enabled", Destination = new CfnBucket.ReplicationDestinationProperty { Bucket = "arn:aws:s3:::orders-documents-copy" } } } },
        });
    }
}
