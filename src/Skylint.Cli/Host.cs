using Spectre.Console;

namespace Skylint.Cli;

/// <summary>What a command talks to: results go to <see cref="Out"/>, progress and complaints to <see cref="Error"/>.</summary>
internal sealed record Host(TextWriter Out, TextWriter Error, string CurrentDirectory, Toolbox Tools)
{
    /// <summary>True when somebody reads the results on a terminal that shows colours.</summary>
    public bool IsRich { get; init; }

    /// <summary>True when somebody watches the progress.</summary>
    public bool IsWatched { get; init; }

    /// <summary>The console and the rules of the running process.</summary>
    public static Host OfThisProcess() => new(Console.Out, Console.Error, Environment.CurrentDirectory, Toolbox.Skylint)
    {
        IsRich = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities is { Ansi: true, ColorSystem: not ColorSystem.NoColors },
        IsWatched = !Console.IsErrorRedirected && AnsiConsole.Profile.Capabilities.Ansi,
    };

    /// <summary>A path as a person types it here: relative to the current directory, with slashes.</summary>
    public string Display(string path) => Paths.Relative(CurrentDirectory, path);

    /// <summary>Says one line about what is going wrong or could be misread.</summary>
    public void Complain(string message) => Error.WriteLine($"skylint: {message}");
}
