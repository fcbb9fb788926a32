using Skylint.Catalog;

namespace Skylint.Cdk.Rules;

/// <summary>A rule about AWS CDK constructs, as data.</summary>
internal sealed record ConstructRule : Rule;
