using System.CommandLine;
using System.CommandLine.Help;

namespace Skylint.Cli.Commands;

/// <summary>The command <c>skylint</c> with its subcommands.</summary>
internal static class SkylintCommand
{
    public static async Task<int> RunAsync(string[] args, Host host, CancellationToken cancellationToken = default)
    {
        // Not RootCommand: help would show it under the name of the assembly.
        var root = new Command("skylint", "Lints C# that uses the AWS SDK for .NET, AWS CDK for .NET or SQL.")
        {
            new HelpOption(),
            new VersionOption(),
            new CheckCommand(host),
            new FixCommand(host),
            new BaselineCommand(host),
            new RulesCommand(host),
            new ExplainCommand(host),
        };
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            host.Complain(Explain(parsed, root));
            return ExitCode.Failure;
        }

        var configuration = new InvocationConfiguration { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (CommandException e)
        {
            host.Complain(e.Message);
            return ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            host.Complain("stopped.");
            return ExitCode.Cancelled;
        }
    }

    private static string Explain(ParseResult parsed, Command root)
    {
        var command = parsed.CommandResult.Command;
        if (command == root && parsed.UnmatchedTokens is [var unknown, ..])
            return $"There is no command '{unknown}'. Known commands: {string.Join(", ", root.Subcommands.Select(c => c.Name))}.";
        var message = string.Join(' ', parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return $"{message}. '{(command == root ? "skylint" : $"skylint {command.Name}")} --help' shows what it takes.";
    }
}
