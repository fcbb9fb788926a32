using Microsoft.CodeAnalysis.Text;
using Skylint.Catalog;
using Skylint.Cli.Analysis;

namespace Skylint.Cli.Fixing;

/// <summary>What a run of the fixes has done.</summary>
/// <param name="Files">The files that change, in the order of their paths.</param>
/// <param name="Applied">What was fixed, in the order of files.</param>
/// <param name="Left">How many findings of each rule are left, whether it has a fix or not.</param>
/// <param name="Failures">What could not be loaded or checked.</param>
internal sealed record FixResult(
    IReadOnlyList<ChangedFile> Files,
    IReadOnlyList<AppliedFix> Applied,
    IReadOnlyDictionary<Rule, int> Left,
    IReadOnlyList<ProjectFailure> Failures);

/// <summary>A finding that was fixed.</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="Path">The file of the finding.</param>
/// <param name="Title">What was done.</param>
internal sealed record AppliedFix(Rule Rule, string Path, string Title);

/// <summary>A file before and after.</summary>
internal sealed record ChangedFile(string Path, SourceText Before, SourceText After);
