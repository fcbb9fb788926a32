using Skylint.Cdk.Rules;

namespace Skylint.Cdk;

/// <summary>Every rule about AWS CDK constructs, service by service.</summary>
internal static class ConstructRules
{
    public static IReadOnlyList<ConstructRule> All { get; } =
    [
        .. S3.All, .. Sqs.All, .. Sns.All, .. Kms.All, .. DynamoDb.All, .. Rds.All, .. OpenSearch.All, .. Ecr.All, .. CloudFront.All,
        .. Ec2.All, .. Ec2Instances.All, .. Vpc.All, .. LoadBalancing.All, .. ApiGateway.All, .. Lambda.All, .. Ecs.All, .. Eks.All,
        .. Dms.All, .. DocDb.All, .. ElastiCache.All, .. ElasticBeanstalk.All, .. Emr.All, .. Glue.All, .. Kinesis.All, .. Msk.All, .. Neptune.All,
        .. RdsAdvice.All, .. DataAdvice.All, .. MessagingAdvice.All, .. Backup.All, .. OpenSearchAccess.All, .. RdsOperation.All, .. Redshift.All,
        .. Iam.All, .. SecretValues.All, .. Stateful.All, .. PhysicalNames.All, .. Tagging.All,
    ];
}
