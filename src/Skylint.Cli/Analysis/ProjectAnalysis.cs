using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Skylint.Cli.Analysis;

/// <summary>What the compiler and the analyzers say about one project.</summary>
/// <param name="Diagnostics">Reports of our rules that are not suppressed, hidden ones left out.</param>
/// <param name="CompileErrors">What keeps the project from compiling.</param>
/// <param name="Crashes">Analyzers that failed: a fault of ours, after which findings may be missing.</param>
internal sealed record ProjectAnalysis(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<Diagnostic> CompileErrors, ImmutableArray<string> Crashes)
{
    /// <summary>Compiles the project and runs our analyzers over it, whatever analyzers it references itself.</summary>
    public static async Task<ProjectAnalysis> RunAsync(Project project, Toolbox tools, ProfileSettings profile, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken) is not { } compilation)
            return new ProjectAnalysis([], [], []);
        compilation = compilation.WithOptions(Configure(compilation.Options, project.AnalyzerOptions, tools, profile));
        if (tools.Analyzers.IsEmpty)
            return new ProjectAnalysis([], [.. compilation.GetDiagnostics(cancellationToken).Where(IsCompileError)], []);

        var crashes = new ConcurrentDictionary<string, byte>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(project.AnalyzerOptions.AdditionalFiles, new ProfileSwitches(project.AnalyzerOptions.AnalyzerConfigOptionsProvider, profile.Switches)),
            (exception, analyzer, _) => crashes.TryAdd($"{analyzer.GetType().Name}: {exception.GetType().Name}: {exception.Message}", 0),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var all = await new CompilationWithAnalyzers(compilation, tools.Analyzers, options).GetAllDiagnosticsAsync(cancellationToken);
        return new ProjectAnalysis(
            [.. all.Where(d => !d.IsSuppressed && d.Severity != DiagnosticSeverity.Hidden && tools.RuleOf(d.Id) is not null)],
            [.. all.Where(IsCompileError)],
            [.. crashes.Keys.Order(StringComparer.Ordinal)]);
    }

    private static CompilationOptions Configure(CompilationOptions options, AnalyzerOptions settings, Toolbox tools, ProfileSettings profile)
    {
        // TreatWarningsAsErrors says when the project's build shall fail. How loud a rule is, --fail-on and .editorconfig say.
        if (options.GeneralDiagnosticOption == ReportDiagnostic.Error)
            options = options.WithGeneralDiagnosticOption(ReportDiagnostic.Default);
        return profile.Severities.Count == 0
            ? options
            : options.WithSyntaxTreeOptionsProvider(new ProfileSeverities(options.SyntaxTreeOptionsProvider, settings.AnalyzerConfigOptionsProvider, profile.Severities, tools.RuleOf));
    }

    private static bool IsCompileError(Diagnostic diagnostic) =>
        diagnostic is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false, IsSuppressed: false }
        && diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);
}
