using Skylint.Cli.Analysis;
using Skylint.Cli.Fixing;
using Spectre.Console;

namespace Skylint.Cli.Output;

/// <summary>What <c>skylint fix</c> has done: place by place, and by rule.</summary>
internal static class FixReport
{
    // How the title of a fix warns in the editor. Nobody reads each title of a hundred fixes.
    private const string Replacement = "(replaces a deployed ";

    public static void Write(FixResult result, Host host, bool isDryRun, TextWriter output, bool isRich)
    {
        var total = result.Applied.Count;
        var fixedByRule = result.Applied.GroupBy(f => f.Rule).ToDictionary(g => g.Key, g => g.Count());
        var left = result.Left.Values.Sum();
        foreach (var fix in result.Applied)
            output.WriteLine($"{host.Display(fix.Path)}: {fix.Rule.Id}: {fix.Title}");
        if (total > 0)
            output.WriteLine();
        if (total + left > 0)
        {
            var table = Consoles.Columns("rule", "fixed", "left", "what");
            table.Columns[1].RightAligned();
            table.Columns[2].RightAligned();
            foreach (var rule in fixedByRule.Keys.Union(result.Left.Keys).OrderBy(r => r.Id, StringComparer.Ordinal))
                table.AddRow(rule.Id, $"{fixedByRule.GetValueOrDefault(rule)}", $"{result.Left.GetValueOrDefault(rule)}", Markup.Escape(rule.Title));
            Consoles.Draw(output, isRich, table);
            output.WriteLine();
        }

        var files = CheckRunner.Count(result.Files.Count, "file");
        output.WriteLine(isDryRun
            ? $"{CheckRunner.Count(total, "finding")} would be fixed in {files}, {left} would be left. Nothing was written."
            : $"{CheckRunner.Count(total, "finding")} fixed in {files}, {left} left.");
        var replacements = result.Applied.Count(f => f.Title.Contains(Replacement, StringComparison.Ordinal));
        if (replacements > 0)
            output.WriteLine($"Look at {CheckRunner.Count(replacements, "change")} above before you deploy: what was deployed is replaced, with its data.");
    }
}
