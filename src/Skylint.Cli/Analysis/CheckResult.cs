namespace Skylint.Cli.Analysis;

/// <summary>What a check has found.</summary>
/// <param name="Findings">In the order of files and places.</param>
/// <param name="Failures">What could not be checked.</param>
/// <param name="Projects">How many projects were checked; one for all its target frameworks.</param>
internal sealed record CheckResult(IReadOnlyList<Finding> Findings, IReadOnlyList<ProjectFailure> Failures, int Projects);
