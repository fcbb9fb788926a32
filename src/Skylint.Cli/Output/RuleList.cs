using Skylint.Catalog;
using Spectre.Console;
using Profile = Skylint.Catalog.Profile;
using Rule = Skylint.Catalog.Rule;

namespace Skylint.Cli.Output;

/// <summary>The list of rules.</summary>
internal static class RuleList
{
    public static void WriteText(Host host)
    {
        var table = Consoles.Columns("id", "level", "category", "fix", "key", "title");
        foreach (var rule in host.Tools.Rules)
            table.AddRow([.. new[] { rule.Id, SeverityText.Of(rule.Level), rule.Category.ToString(), rule.FixSummary is null ? "no" : "yes", rule.Key, rule.Title }.Select(Markup.Escape)]);
        Consoles.Draw(host.Out, host.IsRich, table);
        host.Out.WriteLine();
        host.Out.WriteLine($"{Analysis.CheckRunner.Count(host.Tools.Rules.Count, "rule")}. 'skylint explain <id>' says more about one.");
    }

    public static void WriteJson(Host host) => JsonText.Write(host.Out, host.Tools.Rules.Select(ToJson), nulls: true);

    /// <summary>The profiles in which the rule is heard.</summary>
    public static IReadOnlyList<string> ProfilesOf(Rule rule) =>
        [.. Profile.All.Where(p => (p.LevelFor(rule) ?? (p.Name == Profile.Recommended ? rule.Level : Level.Off)) != Level.Off).Select(p => p.Name)];

    private static object ToJson(Rule rule) => new
    {
        rule.Id,
        rule.Key,
        rule.Title,
        Category = rule.Category.ToString(),
        Level = SeverityText.Of(rule.Level),
        rule.Why,
        Fix = rule.FixSummary,
        rule.NoFix,
        References = new
        {
            rule.References.CdkNag,
            CdkNagRules = CdkNagRules.CoveredBy(rule),
            rule.References.SecurityHub,
            rule.References.Checkov,
            rule.References.Trivy,
            rule.References.Sonar,
            rule.References.Guard,
            rule.References.Cwe,
            rule.References.Links,
        },
        Profiles = ProfilesOf(rule),
        Options = rule.Options.Select(o => new { Name = $"skylint.{rule.Id}.{o.Name}", o.Default, o.Description }),
        Help = rule.HelpLink,
    };
}
