using System.CommandLine;
using Skylint.Cli.Analysis;
using Skylint.Cli.Fixing;
using Skylint.Cli.Loading;
using Skylint.Cli.Output;

namespace Skylint.Cli.Commands;

/// <summary><c>skylint fix</c>: applies the code fixes.</summary>
internal sealed class FixCommand : Command
{
    private readonly Host _host;
    private readonly Argument<string> _target = SharedOptions.Target();
    private readonly Option<ProfileSet> _profile = SharedOptions.Profile();
    private readonly Option<bool> _noRestore = SharedOptions.NoRestore();

    private readonly Option<string[]> _rules = new("--rule", "-r")
    {
        Description = "Fix the findings of this rule only: an identifier or key. Can be given several times.",
        HelpName = "rule",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Show what would change as a unified diff, and write nothing.",
    };

    public FixCommand(Host host)
        : base("fix", "Applies the code fixes until nothing is left that can be fixed. A fix that would not compile is left out. Exit code 0: done; 2: wrong usage, or a project could not be checked.")
    {
        _host = host;
        Add(_target);
        Add(_rules);
        Add(_dryRun);
        Add(_profile);
        Add(_noRestore);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var rules = (parsed.GetValue(_rules) ?? []).Select(FixableRule).ToHashSet(StringComparer.Ordinal);
        var target = await CheckTarget.FindAsync(parsed.GetRequiredValue(_target), _host.CurrentDirectory, cancellationToken);
        var result = await Progress.RunAsync(_host, progress =>
            new FixRunner(_host, progress).RunAsync(target, rules, !parsed.GetValue(_noRestore), parsed.GetRequiredValue(_profile), cancellationToken));
        var isWritten = true;
        if (parsed.GetValue(_dryRun))
        {
            foreach (var file in result.Files)
                UnifiedDiff.Write(_host.Out, _host.Display(file.Path), file.Before, file.After);
            FixReport.Write(result, isDryRun: true, _host.Error, isRich: false);
        }
        else
        {
            isWritten = await WriteAsync(result.Files, cancellationToken);
            FixReport.Write(result, isDryRun: false, _host.Out, _host.IsRich);
        }

        return isWritten && result.Failures.Count == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private async Task<bool> WriteAsync(IReadOnlyList<ChangedFile> files, CancellationToken cancellationToken)
    {
        var isWritten = true;
        foreach (var file in files)
        {
            try
            {
                await SourceFile.WriteAsync(file, _host.Display(file.Path), cancellationToken);
            }
            catch (CommandException e)
            {
                // The other files are fixed all the same.
                _host.Complain(e.Message);
                isWritten = false;
            }
        }

        return isWritten;
    }

    private string FixableRule(string name)
    {
        var rule = _host.Tools.RuleNamed(name);
        return _host.Tools.HasFix(rule.Id) ? rule.Id : throw new CommandException($"{rule.Id} ({rule.Title}) has no fix. {rule.NoFix}".TrimEnd());
    }
}
