using Skylint.Catalog;

namespace Skylint.Sdk;

/// <summary>Every rule about the use of the AWS SDK for .NET.</summary>
internal static class SdkRules
{
    public static IReadOnlyList<Rule> All { get; } = [];
}
