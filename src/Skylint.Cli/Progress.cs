using Spectre.Console;

namespace Skylint.Cli;

/// <summary>Says what is going on, on the error stream: a moving line for a person, a line each for a log.</summary>
/// <param name="report">Shows what is being done now.</param>
/// <param name="complain">Says one line about what is going wrong; it stays on the screen.</param>
internal sealed class Progress(Action<string> report, Action<string> complain)
{
    public void Report(string text) => report(text);

    public void Complain(string message) => complain($"skylint: {message}");

    public static async Task<T> RunAsync<T>(Host host, Func<Progress, Task<T>> work)
    {
        if (!host.IsWatched)
            return await work(new Progress(host.Error.WriteLine, host.Error.WriteLine));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) });
        return await console.Status().StartAsync("Starting", context => work(new Progress(text => context.Status(Markup.Escape(text)), console.WriteLine)));
    }
}
