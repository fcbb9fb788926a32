using Microsoft.CodeAnalysis;
using Skylint.Cli.Analysis;

namespace Skylint.Cli.Loading;

/// <summary>What could be loaded.</summary>
/// <param name="Workspace">Owns the services that the solution works with.</param>
/// <param name="Solution">The projects that are to be checked and those that they need.</param>
/// <param name="Projects">The projects to check, in the order of their paths; one for each target framework.</param>
/// <param name="Failures">Projects that are to be checked and could not be restored or loaded, or not without errors.</param>
internal sealed record LoadedSolution(
    Workspace Workspace,
    Solution Solution,
    IReadOnlyList<ProjectId> Projects,
    IReadOnlyList<ProjectFailure> Failures) : IDisposable
{
    public void Dispose() => Workspace.Dispose();
}
