using Microsoft.CodeAnalysis.Text;
using Skylint.Catalog;
using Skylint.Cli.Analysis;

namespace Skylint.Cli.Fixing;

/// <summary>What a run of the fixes has done.</summary>
/// <param name="Files">The files that change, in the order of their paths.</param>
/// <param name="Fixed">How many findings of each rule were fixed.</param>
/// <param name="Left">How many findings of each rule are left, whether it has a fix or not.</param>
/// <param name="Failures">What could not be loaded or checked.</param>
internal sealed record FixResult(
    IReadOnlyList<ChangedFile> Files,
    IReadOnlyDictionary<Rule, int> Fixed,
    IReadOnlyDictionary<Rule, int> Left,
    IReadOnlyList<ProjectFailure> Failures);

/// <summary>A file before and after.</summary>
internal sealed record ChangedFile(string Path, SourceText Before, SourceText After);
