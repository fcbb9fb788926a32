using Skylint.Cli.Analysis;

namespace Skylint.Cli.Output;

/// <summary>Everything that a report is written from.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Host">Where we are: text and JSON show paths relative to its current directory.</param>
/// <param name="Root">The folder that paths in SARIF are relative to.</param>
internal sealed record Report(CheckResult Result, Host Host, string Root)
{
    /// <summary>What a baseline held back; null without one.</summary>
    public BaselineUse? Baseline { get; init; }
}
