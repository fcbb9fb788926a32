namespace Skylint.Catalog;

/// <summary>A rule of cdk-nag.</summary>
/// <param name="Name">The name of its function, which stands in the identifiers of most packs: <c>S3BucketSSLRequestsOnly</c>.</param>
/// <param name="Service">The AWS service that it is about.</param>
/// <param name="Ids">What the packs call it, such as <c>AwsSolutions-S10</c>; empty for one that is in no pack.</param>
public sealed record CdkNagRule(string Name, string Service, IReadOnlyList<string> Ids)
{
    /// <summary>Why no rule of ours does the same, as a sentence; null when one does.</summary>
    public string? WhyNot { get; init; }

    /// <summary>Where ours asks for something else on purpose, as a sentence; null where they agree.</summary>
    public string? Difference { get; init; }

    /// <summary>True when the rule does the same: it bears the name, or refers to one of the identifiers.</summary>
    public bool IsCoveredBy(Rule rule) => rule.Key == Name || rule.References.CdkNag.Any(id => Ids.Contains(id, StringComparer.Ordinal));
}
