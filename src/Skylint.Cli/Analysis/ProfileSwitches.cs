using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Skylint.Cli.Analysis;

/// <summary>Puts the options that a profile turns on under what the project's own configuration says.</summary>
internal sealed class ProfileSwitches(AnalyzerConfigOptionsProvider configured, IReadOnlySet<string> switches) : AnalyzerConfigOptionsProvider
{
    // A rule asks for the options of a file first, and for the global ones when the file's do not have the key.
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(configured.GlobalOptions, switches);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => configured.GetOptions(tree);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => configured.GetOptions(textFile);

    private sealed class Options(AnalyzerConfigOptions configured, IReadOnlySet<string> switches) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            if (configured.TryGetValue(key, out value))
                return true;
            value = switches.Contains(key) ? "true" : null;
            return value is not null;
        }

        public override IEnumerable<string> Keys => configured.Keys.Union(switches);
    }
}
