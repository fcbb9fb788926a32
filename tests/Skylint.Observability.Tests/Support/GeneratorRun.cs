using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Observability.Generator;
using Xunit;

namespace Skylint.Observability.Tests.Support;

/// <summary>
/// Runs the generator over a source. A bare driver rather than the packaged verifier, which compares checksum algorithms that differ between compilers.
/// </summary>
public sealed class GeneratorRun
{
    private static readonly string[] s_implicitUsings = ["System", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "System.Diagnostics", "Skylint.Observability", "Microsoft.Extensions.Logging"];

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation input, Compilation output)
    {
        Driver = driver;
        Input = input;
        Output = output;
    }

    public GeneratorDriver Driver { get; }

    public CSharpCompilation Input { get; }

    public Compilation Output { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    /// <summary>The usings that every test source starts with, in a form that all C# versions understand.</summary>
    public static string Usings => string.Concat(s_implicitUsings.Select(u => $"using {u};\n"));

    public static GeneratorRun From(string source, Target? target = null, OutputKind kind = OutputKind.DynamicallyLinkedLibrary, bool nullable = true) =>
        From(Compile(source, target ?? Target.Net10, kind, nullable));

    /// <summary>Runs a new driver over a compilation.</summary>
    public static GeneratorRun From(CSharpCompilation compilation)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new ObservabilityGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(driver, compilation, compilation).Run(compilation);
    }

    /// <summary>Runs the same driver over a changed compilation.</summary>
    public GeneratorRun Run(CSharpCompilation compilation)
    {
        var driver = Driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        return new GeneratorRun(driver, compilation, output);
    }

    /// <summary>Asserts that input and generated code compile without an error and without a warning.</summary>
    public GeneratorRun Compiles()
    {
        var found = Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed).ToList();
        Assert.True(found.Count == 0, string.Join("\n", found.Take(10)) + "\n" + string.Join("\n", found.Select(d => d.Location.SourceTree).Distinct().Where(t => t is not null).Take(2)));
        return this;
    }

    public static CSharpCompilation Compile(string source, Target target, OutputKind kind = OutputKind.DynamicallyLinkedLibrary, bool nullable = true)
    {
        var parse = new CSharpParseOptions(target.LanguageVersion, DocumentationMode.Diagnose);
        var options = new CSharpCompilationOptions(kind)
            .WithNullableContextOptions(nullable && target.LanguageVersion.MapSpecifiedToEffectiveVersion() >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable)
            .WithWarningLevel(9999)
            .WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic>
            {
                // Of the test sources themselves: usings that a case does not need, members that nobody documents, events that nobody raises.
                ["CS8019"] = ReportDiagnostic.Suppress,
                ["CS1591"] = ReportDiagnostic.Suppress,
                ["CS0067"] = ReportDiagnostic.Suppress,
                ["CS1701"] = ReportDiagnostic.Suppress,
                ["CS1702"] = ReportDiagnostic.Suppress,
            });
        return CSharpCompilation.Create("Orders.Service", [CSharpSyntaxTree.ParseText(Usings + source, parse, "Source.cs", System.Text.Encoding.UTF8)], target.References, options);
    }

    /// <summary>The diagnostics of the generator's analyzer, over the input with its generated code.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics()
    {
        var run = Output.WithAnalyzers([new ObservabilityAnalyzer()]);
        var all = await run.GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(all, d => d.Id == "AD0001");
        return [.. all.OrderBy(d => d.Location.SourceSpan.Start)];
    }
}
