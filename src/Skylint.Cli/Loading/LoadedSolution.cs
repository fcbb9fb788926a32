using Microsoft.CodeAnalysis;
using Skylint.Cli.Analysis;

namespace Skylint.Cli.Loading;

/// <summary>What could be loaded.</summary>
/// <param name="Workspace">Owns the services that the solution works with.</param>
/// <param name="Solution">The projects that are to be checked and those that they need.</param>
/// <param name="Projects">The projects to check, each after those that it needs; one for each target framework.</param>
/// <param name="Failures">Projects that are to be checked and could not be loaded.</param>
/// <param name="Problems">Projects that were loaded, but not without errors.</param>
internal sealed record LoadedSolution(
    Workspace Workspace,
    Solution Solution,
    IReadOnlyList<ProjectId> Projects,
    IReadOnlyList<ProjectFailure> Failures,
    IReadOnlyList<ProjectFailure> Problems) : IDisposable
{
    public void Dispose() => Workspace.Dispose();
}
