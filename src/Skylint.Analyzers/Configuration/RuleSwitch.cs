using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;

namespace Skylint.Configuration;

/// <summary>
/// Whether anybody wants to hear of a rule in a file. The compiler would drop the diagnostic anyway; asking first saves the work, which
/// matters because most rules are off unless a compliance profile switches them on.
/// </summary>
internal sealed class RuleSwitch(Compilation compilation, AnalyzerOptions options)
{
    private static readonly string[] s_categories = [.. ((Category[])Enum.GetValues(typeof(Category))).Select(c => $"dotnet_analyzer_diagnostic.category-{c}.severity")];

    /// <summary>Whether the rule is on in the file. Callers remember the answer: there is one for each rule and file.</summary>
    public bool Read(Rule rule, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var provider = compilation.Options.SyntaxTreeOptionsProvider;
        if (provider is not null && provider.TryGetDiagnosticValue(tree, rule.Id, cancellationToken, out var severity))
            return severity is not ReportDiagnostic.Suppress && (severity is not ReportDiagnostic.Default || rule.Level != Level.Off);
        if (compilation.Options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out severity))
            return severity is not ReportDiagnostic.Suppress;
        if (provider is not null && provider.TryGetGlobalDiagnosticValue(rule.Id, cancellationToken, out severity))
            return severity is not ReportDiagnostic.Suppress;
        if (rule.Level == Level.Off)
            return false;
        var settings = options.AnalyzerConfigOptionsProvider.GetOptions(tree);
        var isSet = settings.TryGetValue(s_categories[(int)rule.Category], out var text)
            || settings.TryGetValue("dotnet_analyzer_diagnostic.severity", out text);
        return !isSet || !string.Equals(text, "none", StringComparison.OrdinalIgnoreCase);
    }
}
