using System.CommandLine;
using Skylint.Cli.Analysis;
using Skylint.Cli.Loading;
using Skylint.Cli.Output;

namespace Skylint.Cli.Commands;

/// <summary><c>skylint baseline</c>: writes down what is found now, so that later checks report what is new.</summary>
internal sealed class BaselineCommand : Command
{
    private readonly Host _host;
    private readonly Argument<string> _target = SharedOptions.Target();
    private readonly Option<ProfileSet> _profile = SharedOptions.Profile();
    private readonly Option<bool> _noRestore = SharedOptions.NoRestore();

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The file to write. Keep it with the code: paths in it count from its folder.",
        HelpName = "file",
        DefaultValueFactory = _ => Baseline.DefaultName,
    };

    public BaselineCommand(Host host)
        : base("baseline", "Writes the findings of today to a file; 'skylint check --baseline <file>' then reports new ones only. Exit code 0: written; 2: wrong usage, or a project could not be checked.")
    {
        _host = host;
        Add(_target);
        Add(_output);
        Add(_profile);
        Add(_noRestore);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = await CheckTarget.FindAsync(parsed.GetRequiredValue(_target), _host.CurrentDirectory, cancellationToken);
        var result = await Progress.RunAsync(_host, progress =>
            CheckRunner.RunAsync(target, !parsed.GetValue(_noRestore), parsed.GetRequiredValue(_profile), _host, progress, cancellationToken));

        // A baseline without a project's findings would call all of them new later.
        if (result.Failures.Count > 0)
        {
            _host.Complain($"{CheckRunner.Count(result.Failures.Select(f => f.Path).Distinct().Count(), "project")} could not be checked completely, so no baseline was written: exit code {ExitCode.Failure}.");
            return ExitCode.Failure;
        }

        var path = Path.GetFullPath(parsed.GetRequiredValue(_output), _host.CurrentDirectory);
        OutputFile.Write(path, parsed.GetRequiredValue(_output), "baseline", writer => Baseline.Write(result.Findings, Path.GetDirectoryName(path)!, writer));
        _host.Error.WriteLine($"{CheckRunner.Count(result.Findings.Count, "finding")}, written to {_host.Display(path)}");
        return ExitCode.Success;
    }
}
