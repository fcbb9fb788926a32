using Skylint.Catalog;

namespace Skylint.Cdk.Rules;

/// <summary>A rule about AWS CDK constructs, as data: which classes, what it demands of them, how to fix it.</summary>
internal sealed record ConstructRule : Rule
{
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>
    /// Names of the CloudFormation properties concerned, the first step of an override's path: an escape hatch that writes one of them
    /// makes the outcome unknown, and one that writes another changes nothing.
    /// </summary>
    public IReadOnlyList<string> CfnProperties { get; init; } = [];

    public override string? FixSummary
    {
        get => NoFix is not null ? null : Targets.SelectMany(t => t.Fixes).Select(f => f.Title).FirstOrDefault();
        init => throw new NotSupportedException("The summary follows from the fixes.");
    }
}
