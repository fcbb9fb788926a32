using Skylint.Cdk.Rules;

namespace Skylint.Cdk;

/// <summary>Every rule about AWS CDK constructs, service by service.</summary>
internal static class ConstructRules
{
    public static IReadOnlyList<ConstructRule> All { get; } = [.. S3.All, .. Sqs.All, .. Ec2.All, .. ApiGateway.All, .. Eks.All, .. LoadBalancing.All, .. Iam.All, .. Lambda.All, .. Vpc.All, .. Ecs.All, .. SecretValues.All, .. Tagging.All];
}
