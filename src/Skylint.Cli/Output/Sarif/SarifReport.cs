using System.Reflection;
using Microsoft.CodeAnalysis;
using Skylint.Catalog;
using Skylint.Cli.Analysis;

namespace Skylint.Cli.Output.Sarif;

/// <summary>
/// The report for code scanning services, as SARIF 2.1.0. The same code gives the same bytes on every machine: paths are relative to
/// <c>SRCROOT</c>, and only the rules that have results are described.
/// </summary>
internal static class SarifReport
{
    private const string Root = "SRCROOT";

    public static void Write(Report report, TextWriter output)
    {
        var findings = report.Result.Findings;
        var rules = findings.Select(f => f.Rule).Distinct().OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        var index = rules.Select((rule, i) => (rule.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        var notifications = report.Result.Failures
            .Select(f => new SarifNotification("error", new SarifMessage($"{Paths.Relative(report.Root, f.Path)} {f.Problem}")))
            .ToList();
        var run = new SarifRun(
            new SarifTool(new SarifDriver("Skylint", Version, "https://github.com/skylint/skylint", [.. rules.Select(ToSarif)])),
            [new SarifInvocation(notifications.Count == 0, notifications.Count == 0 ? null : notifications)],
            new Dictionary<string, SarifUriBase> { [Root] = new(new SarifMessage("The root folder of the code that was checked.")) },
            "utf16CodeUnits",
            [.. findings.Zip(Fingerprint.Of(findings, report.Root), (f, fingerprint) => ToSarif(f, index[f.Rule.Id], report.Root, fingerprint))]);
        JsonText.Write(output, new SarifLog([run]));
    }

    private static string Version { get; } =
        typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static SarifRule ToSarif(Rule rule) => new(
        rule.Id,
        rule.Key,
        new SarifMessage(rule.Title),
        new SarifMessage(rule.Why),
        new SarifMessage($"{rule.FixSummary ?? rule.NoFix ?? rule.Title} {rule.HelpLink}"),
        rule.HelpLink,
        new SarifRuleConfiguration(rule.Level == Level.Warning ? "warning" : "note", rule.Level != Level.Off),
        new SarifRuleProperties(rule.Category.ToString(), rule.Key, [.. Tags(rule)]));

    // Code scanning services filter by these; the form of the weakness numbers is the one that they know.
    private static IEnumerable<string> Tags(Rule rule) =>
        new[] { rule.Category.ToString().ToLowerInvariant() }
            .Concat(rule.References.Cwe.Select(cwe => $"external/cwe/{cwe.ToLowerInvariant()}"))
            .Concat(rule.References.CdkNag)
            .Concat(rule.References.SecurityHub);

    private static SarifResult ToSarif(Finding finding, int ruleIndex, string root, string fingerprint)
    {
        var path = Paths.Relative(root, finding.Path);
        var region = new SarifRegion(finding.Line, finding.Column, finding.Span.End.Line + 1, finding.Span.End.Character + 1);
        return new SarifResult(
            finding.Rule.Id,
            ruleIndex,
            SeverityText.Sarif(finding.Severity),
            new SarifMessage(finding.Message),
            [new SarifLocation(new SarifPhysicalLocation(new SarifArtifactLocation(Uri(path), Root), region))],
            new Dictionary<string, string> { ["skylint/v1"] = fingerprint },
            new SarifResultProperties(finding.Rule.Key, finding.ConstructId));
    }

    private static string Uri(string path) => string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));
}
