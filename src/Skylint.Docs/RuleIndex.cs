using Skylint.Catalog;

namespace Skylint.Docs;

/// <summary>The list of all rules, by area.</summary>
internal static class RuleIndex
{
    private const string Path = $"{RulePage.Folder}/README.md";

    public static Document Render(IReadOnlyList<Rule> rules)
    {
        string[] blocks =
        [
            GeneratedNote.Markdown,
            "# Rules",
            Summary(rules),
            .. RuleArea.All.SelectMany(area => Area(area, [.. rules.Where(rule => RuleArea.Of(rule) == area)])),
        ];
        return new Document(Path, string.Join("\n\n", blocks) + "\n");
    }

    private static string Summary(IReadOnlyList<Rule> rules)
    {
        var levels = string.Join(", ", rules
            .GroupBy(rule => rule.Level)
            .OrderByDescending(group => group.Key)
            .Select(group => $"{group.Count()} {(group.Key == Level.Off ? "off by default" : LevelText.Prose(group.Key) + (group.Count() == 1 ? "" : "s"))}"));
        return $"""
            {rules.Count} rules: {levels}. {rules.Count(rule => rule.FixSummary is not null)} have a code fix.

            The level is the one that holds when nothing is configured: a *warning* would block a merge, a *suggestion* is advice, a rule that is
            *off* waits for a [profile or an `.editorconfig`](../guide/configuration.md) to turn it on.
            """.ReplaceLineEndings("\n");
    }

    private static IEnumerable<string> Area(RuleArea area, IReadOnlyList<Rule> rules)
    {
        if (rules.Count == 0)
            return [];
        var groups = rules.GroupBy(RuleGroup.Of).OrderBy(group => group.Key, StringComparer.Ordinal);
        return
        [
            $"## {area.Name}",
            area.Description,
            .. groups.SelectMany(group => new[] { $"### {group.Key}", Table(group) }),
        ];
    }

    private static string Table(IEnumerable<Rule> rules)
    {
        var rows = rules.Select(rule =>
            $"| [{rule.Id}]({rule.Id}.md) | {Markdown.Cell(rule.Title)} | {rule.Category} | {LevelText.Prose(rule.Level)} | {(rule.FixSummary is null ? "" : "yes")} |");
        return string.Join('\n', ["| ID | Rule | Category | Level | Fix |", "|---|---|---|---|---|", .. rows]);
    }
}
