using Skylint.Cli.Commands;

namespace Skylint.Cli;

internal static class Program
{
    private static Task<int> Main(string[] args) => SkylintCommand.RunAsync(args, Host.OfThisProcess());
}
