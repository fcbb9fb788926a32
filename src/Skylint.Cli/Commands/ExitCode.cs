namespace Skylint.Cli.Commands;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above the level of <c>--fail-on</c>.</summary>
    public const int Success = 0;

    /// <summary>Findings at or above the level of <c>--fail-on</c>.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, or something that could not be checked.</summary>
    public const int Failure = 2;

    /// <summary>Stopped by Ctrl+C: what shells expect.</summary>
    public const int Cancelled = 130;
}
