using Microsoft.CodeAnalysis;

namespace Skylint.Cli.Analysis;

/// <summary>What the chosen profiles ask of the rules.</summary>
/// <param name="Severities">By rule id; nothing for a rule that all of them leave alone.</param>
/// <param name="Switches">The keys of the options that they turn on.</param>
internal sealed record ProfileSettings(IReadOnlyDictionary<string, ReportDiagnostic> Severities, IReadOnlySet<string> Switches);
