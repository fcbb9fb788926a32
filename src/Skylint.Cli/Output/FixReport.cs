using Skylint.Cli.Analysis;
using Skylint.Cli.Fixing;
using Spectre.Console;

namespace Skylint.Cli.Output;

/// <summary>What <c>skylint fix</c> has done, by rule.</summary>
internal static class FixReport
{
    public static void Write(FixResult result, bool isDryRun, TextWriter output, bool isRich)
    {
        var total = result.Fixed.Values.Sum();
        var left = result.Left.Values.Sum();
        if (total + left > 0)
        {
            var table = Consoles.Columns("rule", "fixed", "left", "what");
            table.Columns[1].RightAligned();
            table.Columns[2].RightAligned();
            foreach (var rule in result.Fixed.Keys.Union(result.Left.Keys).OrderBy(r => r.Id, StringComparer.Ordinal))
                table.AddRow(rule.Id, $"{result.Fixed.GetValueOrDefault(rule)}", $"{result.Left.GetValueOrDefault(rule)}", Markup.Escape(rule.Title));
            Consoles.Draw(output, isRich, table);
            output.WriteLine();
        }

        var files = CheckRunner.Count(result.Files.Count, "file");
        output.WriteLine(isDryRun
            ? $"{CheckRunner.Count(total, "finding")} would be fixed in {files}, {left} would be left. Nothing was written."
            : $"{CheckRunner.Count(total, "finding")} fixed in {files}, {left} left.");
    }
}
