namespace Skylint.Cli.Analysis;

/// <summary>A project that could not be checked, or not completely.</summary>
/// <param name="Path">The absolute path of the project.</param>
/// <param name="Problem">What did not work, as the rest of a sentence that begins with the project.</param>
/// <param name="ExplainsErrors">Whether it follows from it that the project does not compile.</param>
internal sealed record ProjectFailure(string Path, string Problem, bool ExplainsErrors = false);
