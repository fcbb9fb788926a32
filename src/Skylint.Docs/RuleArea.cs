using Skylint.Catalog;

namespace Skylint.Docs;

/// <summary>The part of the product that a rule belongs to, as its identifier's first digit says.</summary>
internal sealed record RuleArea(char Digit, string Name, string Description)
{
    public static readonly IReadOnlyList<RuleArea> All =
    [
        new('1', "AWS CDK constructs", "What an app built with AWS CDK for .NET will deploy."),
        new('2', "AWS SDK for .NET", "How code calls AWS services, with version 3 or 4 of the SDK."),
        new('3', "SQL and secrets", "Where the text of a statement comes from, and where a secret's text comes from."),
        new('4', "Observability", "Logs, traces and metrics."),
        new('9', "Generated code", "What the source generator of Skylint.Observability needs from your code."),
    ];

    public static RuleArea Of(Rule rule) => All.Single(area => area.Digit == rule.Id[3]);
}
