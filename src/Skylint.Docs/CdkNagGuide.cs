using Skylint.Catalog;

namespace Skylint.Docs;

/// <summary>What becomes of each rule of cdk-nag: which of ours does the same, or why none does.</summary>
internal static class CdkNagGuide
{
    private const string Path = "docs/guide/cdk-nag.md";

    public static Document Render(IReadOnlyList<Rule> rules)
    {
        var covered = CdkNagRules.All.ToDictionary(nag => nag, nag => (IReadOnlyList<Rule>)[.. rules.Where(nag.IsCoveredBy)]);
        string[] blocks =
        [
            GeneratedNote.Markdown,
            "# For those who use cdk-nag",
            Summary(covered),
            HowTo,
            "## Every rule of cdk-nag",
            "A rule of cdk-nag that several of ours share, or that is one part of ours, stands beside each of them. *Off* is off until a profile or an `.editorconfig` turns it on.",
            .. CdkNagRules.All.GroupBy(nag => nag.Service).SelectMany(group => new[] { $"### {group.Key}", Table(group, covered) }),
        ];
        return new Document(Path, string.Join("\n\n", blocks) + "\n");
    }

    private static string Summary(Dictionary<CdkNagRule, IReadOnlyList<Rule>> covered)
    {
        var ours = covered.Values.SelectMany(rules => rules).Distinct().ToList();
        return $"""
            [cdk-nag](https://github.com/cdklabs/cdk-nag) {CdkNagRules.Version} has {covered.Count} rules with {covered.Keys.Sum(nag => nag.Ids.Count)} identifiers in its packs. Skylint covers {covered.Values.Count(rules => rules.Count > 0)} of them with
            {ours.Count} rules, {ours.Count(rule => rule.FixSummary is not null)} of which have a code fix. For each of the others the table says why there is none.
            """.ReplaceLineEndings("\n");
    }

    private static string HowTo => """
        The two look at different things. cdk-nag reads the template that the app synthesizes; Skylint reads the C# while you write it, reports the
        line to change, and is silent where the code does not tell. They go well together: one in the editor, the other in the pipeline.

        - The packs are [profiles](configuration.md): `AwsSolutionsChecks` is `aws-solutions`, `HIPAASecurityChecks` is `hipaa`, `NIST80053R4Checks` and
          `NIST80053R5Checks` are `nist-800-53`, `PCIDSS321Checks` is `pci-dss`, `ServerlessChecks` is `serverless`.
        - A `NagSuppressions` call that names the matching cdk-nag rule, with a reason, is honoured.
        - `skylint rules --format json` has the names of cdk-nag's rules in `references.cdkNagRules` and the identifiers of its packs in `references.cdkNag`.
        - Where a default has moved since cdk-nag decided, or a finding would be noise by design, a rule of ours asks for less; its page says what it reports.
          Many have an option that makes them as strict, and the profile of the pack turns it on.
          The examples of every rule are [held against cdk-nag](../../tests/conformance/README.md) itself.
        """.ReplaceLineEndings("\n");

    private static string Table(IEnumerable<CdkNagRule> group, Dictionary<CdkNagRule, IReadOnlyList<Rule>> covered)
    {
        var rows = group.SelectMany(nag => covered[nag].Count == 0
            ? [$"| {Name(nag)} | none | | | {Markdown.Cell(nag.WhyNot ?? "")} |"]
            : covered[nag].Select(rule => $"| {Name(nag)} | [{rule.Id}](../rules/{rule.Id}.md) | {LevelText.Prose(rule.Level)} | {(rule.FixSummary is null ? "no" : "yes")} | {Markdown.Cell(Notes(nag, rule))} |"));
        return string.Join('\n', ["| cdk-nag | Skylint | Level | Fix | Why not, and what differs |", "|---|---|---|---|---|", .. rows]);
    }

    private static string Notes(CdkNagRule nag, Rule rule) =>
        string.Join(" ", ((string?[])[nag.Difference, .. rule.Options.Where(option => option.CdkNag.Any(nag.Ids.Contains)).Select(option => $"As strict with {option.Name} on."), rule.NoFix is null ? null : $"No fix: {rule.NoFix}"]).OfType<string>());

    /// <summary>The name, with what the packs call it where that is another name.</summary>
    private static string Name(CdkNagRule nag)
    {
        var numbers = nag.Ids.Where(id => !id.EndsWith(nag.Name, StringComparison.Ordinal)).ToList();
        return numbers.Count == 0 ? Markdown.Code(nag.Name) : $"{Markdown.Code(nag.Name)} ({string.Join(", ", numbers)})";
    }
}
