using Skylint.Cdk.Rules;

namespace Skylint.Cdk;

/// <summary>Every rule about AWS CDK constructs, service by service.</summary>
internal static class ConstructRules
{
    public static IReadOnlyList<ConstructRule> All { get; } =
    [
        .. S3.All, .. S3Data.All, .. Sqs.All, .. Sns.All, .. Kms.All, .. SecretsManager.All, .. DynamoDb.All, .. Dax.All, .. Efs.All, .. Rds.All, .. OpenSearch.All, .. Ecr.All, .. CloudFront.All,
        .. Ec2.All, .. Ec2Instances.All, .. Ec2InstanceSettings.All, .. Volumes.All, .. Vpc.All, .. Networks.All, .. Route53.All,
        .. LoadBalancing.All, .. LoadBalancers.All, .. ClassicLoadBalancing.All, .. ApiGateway.All,
        .. Lambda.All, .. LambdaSettings.All, .. LambdaEvents.All, .. Ecs.All, .. EcsTasks.All, .. Eks.All,
        .. Iam.All, .. IamPolicies.All, .. IamTrust.All, .. SecretValues.All, .. Stateful.All, .. PhysicalNames.All, .. Tagging.All,
    ];
}
