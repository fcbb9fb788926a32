using Skylint.Cdk.Rules;

namespace Skylint.Cdk;

/// <summary>Every rule about AWS CDK constructs, service by service.</summary>
internal static class ConstructRules
{
    public static IReadOnlyList<ConstructRule> All { get; } =
    [
        .. S3.All, .. S3Data.All, .. DynamoDb.All, .. Dax.All, .. Efs.All, .. Rds.All, .. RdsOperation.All, .. RdsAdvice.All, .. DataAdvice.All, .. DocDb.All, .. Neptune.All, .. ElastiCache.All, .. Dms.All,
        .. OpenSearch.All, .. OpenSearchAccess.All, .. Redshift.All, .. Emr.All, .. Glue.All, .. Kinesis.All, .. Msk.All, .. Analytics.All, .. Sagemaker.All,
        .. Sqs.All, .. Sns.All, .. Events.All, .. StepFunctions.All, .. MessagingAdvice.All, .. Backup.All, .. Lambda.All, .. LambdaSettings.All, .. LambdaEvents.All,
        .. ApiGateway.All, .. ApiGatewayStages.All, .. AppSync.All, .. Cognito.All, .. CloudFront.All, .. Waf.All,
        .. Ec2.All, .. Ec2Instances.All, .. Ec2InstanceSettings.All, .. Volumes.All, .. AutoScaling.All, .. ElasticBeanstalk.All, .. Vpc.All, .. Networks.All, .. Route53.All,
        .. LoadBalancing.All, .. LoadBalancers.All, .. ClassicLoadBalancing.All, .. Ecr.All, .. Ecs.All, .. EcsTasks.All, .. Eks.All,
        .. Kms.All, .. SecretsManager.All, .. Iam.All, .. IamPolicies.All, .. IamTrust.All, .. SecretValues.All,
        .. CloudTrail.All, .. CloudWatch.All, .. CodeBuild.All, .. Stateful.All, .. PhysicalNames.All, .. Tagging.All,
    ];
}
