using System.Net;
using Microsoft.CodeAnalysis;
using Skylint.Catalog;
using Skylint.Cli.Analysis;

namespace Skylint.Cli.Output;

/// <summary>
/// The report to hand around: one HTML file that loads nothing and runs nothing. Everything that comes from the checked code is encoded, and a line
/// that holds a secret is not shown.
/// </summary>
internal static class HtmlReport
{
    private const string Style = """
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1d2433; background: #fff; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; word-break: break-all; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #d8dde6; vertical-align: top; }
        td.number, th.number { text-align: right; } article { border-left: 4px solid #7a869a; margin: .75rem 0; padding: .25rem .75rem; }
        article.error { border-color: #c9372c; } article.warning { border-color: #e2a400; } article.info { border-color: #2a6fdb; }
        article p { margin: .2rem 0; } pre { background: #f3f5f8; margin: .3rem 0; overflow-x: auto; padding: .4rem .6rem; } .muted { color: #5a6577; }
        @media (prefers-color-scheme: dark) { body { background: #161a22; color: #dfe4ee; } pre { background: #222834; } th, td { border-color: #343c4b; } a { color: #8ab4f8; } .muted { color: #9aa5b8; } }
        """;

    public static void Write(Report report, TextWriter output)
    {
        var findings = report.Result.Findings;
        Line(output, "<!DOCTYPE html>");
        Line(output, "<html lang=\"en\">");
        Line(output, "<head>");
        Line(output, "<meta charset=\"utf-8\">");
        Line(output, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line(output, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        Line(output, "<title>Skylint report</title>");
        Line(output, $"<style>\n{Style.ReplaceLineEndings("\n")}\n</style>");
        Line(output, "</head>");
        Line(output, "<body>");
        Line(output, "<h1>Skylint report</h1>");
        WriteSummary(report, output);
        foreach (var file in findings.GroupBy(f => f.Path))
        {
            Line(output, $"<h2>{Text(report.Host.Display(file.Key))}</h2>");
            foreach (var finding in file)
                WriteFinding(finding, output);
        }

        Line(output, "</body>");
        Line(output, "</html>");
    }

    private static void WriteSummary(Report report, TextWriter output)
    {
        var findings = report.Result.Findings;
        var levels = findings.GroupBy(f => f.Severity).OrderByDescending(g => g.Key).Select(g => CheckRunner.Count(g.Count(), g.Key == DiagnosticSeverity.Info ? "suggestion" : SeverityText.Of(g.Key)));
        Line(output, $"<p>{CheckRunner.Count(findings.Count, report.Baseline is null ? "finding" : "new finding")} in {CheckRunner.Count(report.Result.Projects, "project")}{(findings.Count > 0 ? ": " + string.Join(", ", levels) : "")}.</p>");
        if (report.Baseline is { } baseline)
            Line(output, $"<p class=\"muted\">{CheckRunner.Count(baseline.Known, "finding")} of the baseline left out, {baseline.Gone} no longer found.</p>");
        foreach (var failure in report.Result.Failures)
            Line(output, $"<article class=\"error\"><p><strong>{Text(report.Host.Display(failure.Path))}</strong> {Text(failure.Problem)}</p></article>");
        if (findings.Count == 0)
            return;
        Line(output, "<table>");
        Line(output, "<thead><tr><th>Rule</th><th>Level</th><th>Category</th><th class=\"number\">Findings</th><th>What</th></tr></thead>");
        Line(output, "<tbody>");
        foreach (var group in findings.GroupBy(f => (f.Rule, f.Severity)).OrderByDescending(g => g.Key.Severity).ThenBy(g => g.Key.Rule.Id, StringComparer.Ordinal))
        {
            var (rule, severity) = group.Key;
            Line(output, $"<tr><td>{Link(rule)}</td><td>{SeverityText.Of(severity)}</td><td>{rule.Category}</td><td class=\"number\">{group.Count()}</td><td>{Text(rule.Title)}</td></tr>");
        }

        Line(output, "</tbody>");
        Line(output, "</table>");
    }

    private static void WriteFinding(Finding finding, TextWriter output)
    {
        Line(output, $"<article class=\"{SeverityText.Of(finding.Severity)}\">");
        Line(output, $"<p>{SeverityText.Of(finding.Severity)} {Link(finding.Rule)} <strong>{Text(finding.Rule.Title)}</strong> <span class=\"muted\">line {finding.Line}, column {finding.Column}</span></p>");
        Line(output, $"<p>{Text(finding.Message)}</p>");
        var source = finding.SourceLine.Trim();
        if (source.Length > 0 && !finding.HidesSource)
            Line(output, $"<pre><code>{Text(source)}</code></pre>");
        Line(output, $"<p class=\"muted\">{Text(finding.Rule.Why)}</p>");
        Line(output, "</article>");
    }

    private static string Link(Rule rule) => $"<a href=\"{Text(rule.HelpLink)}\">{Text(rule.Id)}</a>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static void Line(TextWriter output, string text)
    {
        output.Write(text);
        output.Write('\n');
    }
}
