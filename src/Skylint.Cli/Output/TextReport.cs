using Microsoft.CodeAnalysis;
using Skylint.Cli.Analysis;
using Spectre.Console;

namespace Skylint.Cli.Output;

/// <summary>
/// The report for people. On a terminal each finding shows its source line; elsewhere it is one line, in the format of compilers, that
/// tools can pick apart. A summary by rule follows.
/// </summary>
internal static class TextReport
{
    public static void Write(Report report, TextWriter output, bool isRich)
    {
        var console = Consoles.On(output, isRich);
        foreach (var finding in report.Result.Findings)
        {
            if (isRich)
                WriteRich(console, finding, report.Host);
            else
                output.WriteLine($"{report.Host.Display(finding.Path)}:{finding.Line}:{finding.Column}: {SeverityText.Of(finding.Severity)} {finding.Rule.Id}: {finding.Message} [{finding.Rule.Title}]");
        }

        WriteSummary(output, isRich, report);
    }

    private static void WriteRich(IAnsiConsole console, Finding finding, Host host)
    {
        var color = SeverityText.Color(finding.Severity);
        console.MarkupLine($"[{color}]{SeverityText.Of(finding.Severity)}[/] [bold]{finding.Rule.Id}[/] {Markup.Escape(finding.Rule.Title)}");
        console.MarkupLine($"  [grey]-->[/] {Markup.Escape(host.Display(finding.Path))}:{finding.Line}:{finding.Column}");
        var (source, start, length) = Excerpt(finding, console.Profile.Width - 9);
        if (source.Length > 0)
        {
            console.MarkupLine($"[grey]{finding.Line,5} |[/] {Markup.Escape(source)}");
            console.MarkupLine($"[grey]      |[/] {new string(' ', start)}[{color}]{new string('~', length)}[/]");
        }

        console.Write(new Padder(new Spectre.Console.Text(finding.Message), new Padding(2, 0, 0, 0)));
        console.MarkupLine($"  [grey]{Markup.Escape(finding.Rule.HelpLink)}[/]");
        console.WriteLine();
    }

    /// <summary>The source line without its indentation, cut to the width, and where the squiggle goes.</summary>
    private static (string Source, int Start, int Length) Excerpt(Finding finding, int width)
    {
        if (finding.HidesSource)
            return ("", 0, 0);
        var line = finding.SourceLine.Replace('\t', ' ');
        var trimmed = line.TrimStart();
        var indent = line.Length - trimmed.Length;
        trimmed = trimmed.TrimEnd();
        var end = finding.Span.End.Line == finding.Span.Start.Line ? finding.Span.End.Character - indent : trimmed.Length;
        var start = Math.Clamp(finding.Span.Start.Character - indent, 0, trimmed.Length);
        if (width > 10 && trimmed.Length > width)
            trimmed = trimmed[..(width - 3)] + "...";
        start = Math.Min(start, trimmed.Length);
        return (trimmed, start, Math.Max(1, Math.Min(end, trimmed.Length) - start));
    }

    private static void WriteSummary(TextWriter output, bool isRich, Report report)
    {
        var (findings, projects) = (report.Result.Findings, CheckRunner.Count(report.Result.Projects, "project"));
        if (findings.Count == 0)
        {
            output.WriteLine($"No {(report.Baseline is null ? "" : "new ")}findings in {projects}.");
            WriteBaseline(output, report.Baseline);
            return;
        }

        var table = Consoles.Columns("rule", "level", "findings", "what");
        table.Columns[2].RightAligned();
        foreach (var group in findings.GroupBy(f => (f.Rule, f.Severity)).OrderByDescending(g => g.Key.Severity).ThenBy(g => g.Key.Rule.Id, StringComparer.Ordinal))
        {
            var severity = group.Key.Severity;
            table.AddRow(group.Key.Rule.Id, $"[{SeverityText.Color(severity)}]{SeverityText.Of(severity)}[/]", $"{group.Count()}", Markup.Escape(group.Key.Rule.Title));
        }

        output.WriteLine();
        Consoles.Draw(output, isRich, table);
        output.WriteLine();
        var levels = string.Join(", ", findings.GroupBy(f => f.Severity).OrderByDescending(g => g.Key).Select(g => CheckRunner.Count(g.Count(), Noun(g.Key))));
        var files = CheckRunner.Count(findings.Select(f => f.Path).Distinct().Count(), "file");
        output.WriteLine($"{CheckRunner.Count(findings.Count, "finding")} in {files} of {projects}: {levels}.");
        var fixable = findings.Count(f => report.Host.Tools.HasFix(f.Rule.Id));
        if (fixable > 0)
            output.WriteLine($"For {fixable} of them the rule has a fix: 'skylint fix --dry-run' shows what it would change.");
        WriteBaseline(output, report.Baseline);
    }

    private static void WriteBaseline(TextWriter output, BaselineUse? use)
    {
        if (use is null)
            return;
        output.WriteLine($"{CheckRunner.Count(use.Known, "finding")} of the baseline left out.");
        if (use.Gone > 0)
            output.WriteLine($"{CheckRunner.Count(use.Gone, "finding")} of the baseline no longer found: 'skylint baseline' takes them out of the file.");
    }

    private static string Noun(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Info ? "suggestion" : SeverityText.Of(severity);
}
