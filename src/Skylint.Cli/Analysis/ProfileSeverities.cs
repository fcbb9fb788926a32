using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;

namespace Skylint.Cli.Analysis;

/// <summary>
/// Puts a profile under what the project's own configuration says: an entry for a rule, in an <c>.editorconfig</c> or a global
/// configuration, wins over the profile; so does an entry for the rule's category or for all rules.
/// </summary>
internal sealed class ProfileSeverities(
    SyntaxTreeOptionsProvider? configured,
    AnalyzerConfigOptionsProvider settings,
    IReadOnlyDictionary<string, ReportDiagnostic> profile,
    Func<string, Rule?> ruleOf) : SyntaxTreeOptionsProvider
{
    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
        configured?.IsGenerated(tree, cancellationToken) ?? GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = ReportDiagnostic.Default;
        if (configured is not null && configured.TryGetDiagnosticValue(tree, diagnosticId, cancellationToken, out severity))
            return true;
        if (!profile.TryGetValue(diagnosticId, out var level) || configured is not null && configured.TryGetGlobalDiagnosticValue(diagnosticId, cancellationToken, out _))
            return false;
        severity = CategorySeverity(tree, diagnosticId) ?? level;
        return true;
    }

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        configured is not null && configured.TryGetGlobalDiagnosticValue(diagnosticId, cancellationToken, out severity)
        || profile.TryGetValue(diagnosticId, out severity);

    private ReportDiagnostic? CategorySeverity(SyntaxTree tree, string id)
    {
        if (ruleOf(id) is not { } rule)
            return null;
        var options = settings.GetOptions(tree);
        if (!options.TryGetValue($"dotnet_analyzer_diagnostic.category-{rule.Category}.severity", out var text)
            && !options.TryGetValue("dotnet_analyzer_diagnostic.severity", out text))
            return null;
        return text.ToUpperInvariant() switch
        {
            "ERROR" => ReportDiagnostic.Error,
            "WARNING" => ReportDiagnostic.Warn,
            "SUGGESTION" => ReportDiagnostic.Info,
            "SILENT" or "REFACTORING" => ReportDiagnostic.Hidden,
            "NONE" => ReportDiagnostic.Suppress,
            _ => null,
        };
    }
}
