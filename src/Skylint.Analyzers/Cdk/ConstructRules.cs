using Skylint.Cdk.Rules;

namespace Skylint.Cdk;

/// <summary>Every rule about AWS CDK constructs, service by service.</summary>
internal static class ConstructRules
{
    public static IReadOnlyList<ConstructRule> All { get; } =
    [
        .. S3.All, .. Sqs.All, .. Sns.All, .. Kms.All, .. DynamoDb.All, .. Rds.All, .. OpenSearch.All, .. Ecr.All, .. CloudFront.All, .. CloudTrail.All,
        .. Ec2.All, .. Ec2Instances.All, .. Vpc.All, .. LoadBalancing.All, .. ApiGateway.All, .. ApiGatewayStages.All, .. AppSync.All, .. Lambda.All, .. Ecs.All, .. Eks.All,
        .. AutoScaling.All, .. CloudWatch.All, .. CodeBuild.All, .. Cognito.All, .. Events.All, .. StepFunctions.All, .. Sagemaker.All, .. Analytics.All, .. Waf.All,
        .. Iam.All, .. SecretValues.All, .. Stateful.All, .. PhysicalNames.All, .. Tagging.All,
    ];
}
