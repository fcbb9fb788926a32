using Skylint.Cdk.Rules;

namespace Skylint.Cdk;

/// <summary>Every rule about AWS CDK constructs.</summary>
internal static class ConstructRules
{
    public static IReadOnlyList<ConstructRule> All { get; } = [];
}
