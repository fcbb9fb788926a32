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
    private readonly Option<string> _format = SharedOptions.Format("How to write the report.", "text", "json", "sarif", "html");
    private readonly Option<bool> _noRestore = SharedOptions.NoRestore();

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write the report to this file instead of the standard output.",
        HelpName = "file",
    };

    private readonly Option<string?> _baseline = new("--baseline", "-b")
    {
        Description = "Leave out the findings that this file of 'skylint baseline' holds, from the report and from the exit code.",
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
        Add(_baseline);
        Add(_failOn);
        Add(_root);
        Add(_noRestore);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = await CheckTarget.FindAsync(parsed.GetRequiredValue(_target), _host.CurrentDirectory, cancellationToken);
        var root = RootOf(target, parsed.GetValue(_root));

        // Read first: nobody wants to wait for a check to learn that the file is missing.
        var baseline = parsed.GetValue(_baseline) is { } file ? Baseline.Read(Path.GetFullPath(file, _host.CurrentDirectory), file) : null;
        var result = await Progress.RunAsync(_host, progress =>
            CheckRunner.RunAsync(target, !parsed.GetValue(_noRestore), parsed.GetRequiredValue(_profile), _host, progress, cancellationToken));
        BaselineUse? use = null;
        if (baseline is not null)
        {
            (var findings, use) = baseline.Apply(result.Findings);
            result = result with { Findings = findings };
        }

        WriteReport(new Report(result, _host, root) { Baseline = use }, parsed.GetRequiredValue(_format), parsed.GetValue(_output));
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
        OutputFile.Write(path, file, "report", writer => Write(report, format, writer, isRich: false));
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
            case "html":
                HtmlReport.Write(report, output);
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
