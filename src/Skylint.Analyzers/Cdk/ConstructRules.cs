using Skylint.Cdk.Rules;

namespace Skylint.Cdk;

/// <summary>Every rule about AWS CDK constructs, service by service.</summary>
internal static class ConstructRules
{
    public static IReadOnlyList<ConstructRule> All { get; } = [.. S3.All, .. Sqs.All, .. Ec2.All, .. Tagging.All];
}
