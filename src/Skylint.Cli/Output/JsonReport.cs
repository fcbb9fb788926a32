using Skylint.Cli.Analysis;

namespace Skylint.Cli.Output;

/// <summary>The report for scripts.</summary>
internal static class JsonReport
{
    public static void Write(Report report, TextWriter output) => JsonText.Write(output, new
    {
        Findings = report.Result.Findings.Select(f => ToJson(f, report.Host)),
        Failures = report.Result.Failures.Select(f => new { Project = report.Host.Display(f.Path), f.Problem }),
        Summary = new
        {
            report.Result.Projects,
            Findings = report.Result.Findings.Count,
            Baseline = report.Baseline,
            ByRule = report.Result.Findings.GroupBy(f => f.Rule.Id).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count()),
        },
    });

    private static object ToJson(Finding finding, Host host) => new
    {
        finding.Rule.Id,
        finding.Rule.Key,
        Level = SeverityText.Of(finding.Severity),
        Category = finding.Rule.Category.ToString(),
        finding.Rule.Title,
        finding.Message,
        Path = host.Display(finding.Path),
        finding.Line,
        finding.Column,
        EndLine = finding.Span.End.Line + 1,
        EndColumn = finding.Span.End.Character + 1,
        finding.ConstructId,
        HasFix = host.Tools.HasFix(finding.Rule.Id),
        Help = finding.Rule.HelpLink,
    };
}
