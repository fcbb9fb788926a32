using System.Text.RegularExpressions;
using Skylint.Catalog;
using Spectre.Console;
using Rule = Skylint.Catalog.Rule;

namespace Skylint.Cli.Output;

/// <summary>What one rule is about.</summary>
internal static partial class Explanation
{
    public static void Write(Rule rule, Host host)
    {
        var console = Consoles.On(host.Out, host.IsRich);
        console.MarkupLine($"[bold]{rule.Id}[/] {Markup.Escape(rule.Title)}");
        console.WriteLine();
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        Row(grid, "Key", rule.Key);
        Row(grid, "Category", rule.Category.ToString());
        Row(grid, "Level", SeverityText.Of(rule.Level));
        Row(grid, "Profiles", string.Join(", ", RuleList.ProfilesOf(rule)));
        Row(grid, "What", Placeholder().Replace(rule.Message, "..."));
        Row(grid, "Why", rule.Why);
        Row(grid, "Fix", rule.FixSummary ?? (rule.NoFix is { } reason ? $"None: {reason}" : "None."));
        foreach (var option in rule.Options)
            Row(grid, "Option", $"skylint.{rule.Id}.{option.Name} = {option.Default}\n{option.Description}");
        foreach (var (name, identifiers) in References(rule.References))
            Row(grid, name, string.Join(", ", identifiers));
        foreach (var link in rule.References.Links)
            Row(grid, "Read", link);
        Row(grid, "Page", rule.HelpLink);
        Consoles.Draw(host.Out, host.IsRich, grid);
    }

    private static void Row(Grid grid, string name, string text)
    {
        if (text.Length > 0)
            grid.AddRow(new Markup($"[grey]{Markup.Escape(name)}[/]"), new Spectre.Console.Text(text));
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> Identifiers)> References(References references) =>
    [
        ("cdk-nag", references.CdkNag),
        ("Security Hub", references.SecurityHub),
        ("Checkov", references.Checkov),
        ("Trivy", references.Trivy),
        ("Sonar", references.Sonar),
        ("Guard", references.Guard),
        ("CWE", references.Cwe),
    ];

    [GeneratedRegex("""\{\d+\}""")]
    private static partial Regex Placeholder();
}
