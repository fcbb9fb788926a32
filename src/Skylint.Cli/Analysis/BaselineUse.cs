namespace Skylint.Cli.Analysis;

/// <summary>What a baseline did to a report.</summary>
/// <param name="Known">How many findings it holds back.</param>
/// <param name="Gone">How many of its findings are no longer found.</param>
internal sealed record BaselineUse(int Known, int Gone);
