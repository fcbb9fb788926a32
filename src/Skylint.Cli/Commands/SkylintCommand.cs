using System.CommandLine;

namespace Skylint.Cli.Commands;

/// <summary>The command <c>skylint</c> with its subcommands.</summary>
internal static class SkylintCommand
{
    public static async Task<int> RunAsync(string[] args, Host host, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Lints C# that uses the AWS SDK for .NET, AWS CDK for .NET or SQL.")
        {
            new CheckCommand(host),
            new FixCommand(host),
            new RulesCommand(host),
            new ExplainCommand(host),
        };
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            var command = parsed.CommandResult.Command is RootCommand ? "skylint" : $"skylint {parsed.CommandResult.Command.Name}";
            host.Complain($"{parsed.Errors[0].Message.TrimEnd('.')}. '{command} --help' shows what it takes.");
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
}
