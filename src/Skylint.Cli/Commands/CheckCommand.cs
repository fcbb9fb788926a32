using System.CommandLine;
using Microsoft.CodeAnalysis;
using Skylint.Cli.Analysis;
using Skylint.Cli.Loading;
using Skylint.Cli.Output;
using Skylint.Cli.Output.Sarif;

namespace Skylint.Cli.Commands;

/// <summary><c>skylint check</c>: reports what the rules find.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Host _host;
    private readonly Argument<string> _target = SharedOptions.Target();
    private readonly Option<ProfileSet> _profile = SharedOptions.Profile();
    private readonly Option<string> _format = SharedOptions.Format("How to write the report.", "text", "json", "sarif");
    private readonly Option<bool> _noRestore = SharedOptions.NoRestore();

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write the report to this file instead of the standard output.",
        HelpName = "file",
    };

    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "The lowest level of a finding that makes the exit code 1.",
        DefaultValueFactory = _ => "warning",
    };

    private readonly Option<string?> _root = new("--root")
    {
        Description = "The folder that paths in SARIF are relative to; by default the repository's root, or the current folder outside a repository.",
        HelpName = "folder",
    };

    public CheckCommand(Host host)
        : base("check", "Reports what the rules find. Exit code 0: nothing at or above --fail-on; 1: findings; 2: wrong usage, or a project could not be checked.")
    {
        _host = host;
        _failOn.AcceptOnlyFromAmong("error", "warning", "info", "never");
        Add(_target);
        Add(_profile);
        Add(_format);
        Add(_output);
        Add(_failOn);
        Add(_root);
        Add(_noRestore);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = await CheckTarget.FindAsync(parsed.GetRequiredValue(_target), _host.CurrentDirectory, cancellationToken);
        var root = RootOf(target, parsed.GetValue(_root));
        var result = await Progress.RunAsync(_host, progress =>
            CheckRunner.RunAsync(target, !parsed.GetValue(_noRestore), parsed.GetRequiredValue(_profile), _host, progress, cancellationToken));
        WriteReport(new Report(result, _host, root), parsed.GetRequiredValue(_format), parsed.GetValue(_output));
        if (result.Failures.Count > 0)
        {
            var projects = result.Failures.Select(f => f.Path).Distinct().Count();
            _host.Complain($"{CheckRunner.Count(projects, "project")} could not be checked completely: exit code {ExitCode.Failure}.");
            return ExitCode.Failure;
        }

        return result.Findings.Any(f => f.Severity >= Threshold(parsed.GetRequiredValue(_failOn))) ? ExitCode.Findings : ExitCode.Success;
    }

    private string RootOf(CheckTarget target, string? given)
    {
        if (given is null)
            return Paths.RepositoryOf(target.Folder) ?? _host.CurrentDirectory;
        var folder = Path.GetFullPath(given, _host.CurrentDirectory);
        return Directory.Exists(folder) ? folder : throw new CommandException($"There is no folder '{given}' for --root.");
    }

    private void WriteReport(Report report, string format, string? file)
    {
        if (file is null)
        {
            Write(report, format, _host.Out, _host.IsRich);
            return;
        }

        var path = Path.GetFullPath(file, _host.CurrentDirectory);
        try
        {
            if (Path.GetDirectoryName(path) is { } folder)
                Directory.CreateDirectory(folder);
            using var writer = new StreamWriter(path);
            Write(report, format, writer, isRich: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The report could not be written to '{file}': {e.Message}");
        }

        _host.Error.WriteLine($"{CheckRunner.Count(report.Result.Findings.Count, "finding")}, written to {_host.Display(path)}");
    }

    private static void Write(Report report, string format, TextWriter output, bool isRich)
    {
        switch (format)
        {
            case "json":
                JsonReport.Write(report, output);
                break;
            case "sarif":
                SarifReport.Write(report, output);
                break;
            default:
                TextReport.Write(report, output, isRich);
                break;
        }
    }

    // "never" is above every severity that there is.
    private static DiagnosticSeverity Threshold(string failOn) => failOn switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "info" => DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Error + 1,
    };
}
