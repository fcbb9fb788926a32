using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Skylint.Tests.Support;

/// <summary>What surrounds a test source: references, configuration, additional files, language version.</summary>
public sealed record Setup(Refs Refs)
{
    /// <summary>Entries of a global analyzer configuration: options and <c>build_property.*</c>.</summary>
    public ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableArray<(string Path, string Text)> AdditionalFiles { get; init; } = [];

    public ImmutableArray<(string Path, string Text)> OtherSources { get; init; } = [];

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>Test sources must compile, unless the test is about code that does not.</summary>
    public bool AllowCompileErrors { get; init; }

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    public static implicit operator Setup(Refs refs) => new(refs);

    public Setup WithConfig(string key, string value) => this with { Config = Config.SetItem(key, value) };

    public Setup WithFile(string path, string text) => this with { AdditionalFiles = AdditionalFiles.Add((path, text)) };

    public Setup WithSource(string path, string text) => this with { OtherSources = OtherSources.Add((path, text)) };
}

/// <summary>
/// Runs rules over a test source. A bare <see cref="CompilationWithAnalyzers"/> rather than the packaged verifier for most
/// tests: it is ten times faster, which is what lets each rule have many cases.
/// </summary>
public static class Verify
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = Instances<DiagnosticAnalyzer>(typeof(AllRules).Assembly);

    private static readonly ImmutableArray<CodeFixProvider> s_fixes = Instances<CodeFixProvider>(typeof(CodeFixes.Marker).Assembly);

    /// <summary>Asserts that exactly the marked spans are reported, by the rule <paramref name="id"/> and the rules that the markup names.</summary>
    public static async Task Analyzer(string id, string marked, Setup setup)
    {
        var markup = Markup.Parse(marked);
        var ids = markup.Expected.Select(e => e.Id ?? id).Append(id).ToImmutableHashSet();
        var diagnostics = await Diagnostics(markup.Source, setup, ids);
        var actual = diagnostics.OrderBy(d => d.Location.SourceSpan.Start).Select(d => Line(d.Id, d.Location.SourceSpan, markup.Source));
        var expected = markup.Expected.Select(e => Line(e.Id ?? id, e.Span, markup.Source));
        Assert.Equal(string.Join("\n", expected), string.Join("\n", actual));
    }

    /// <summary>Asserts that the rule says nothing.</summary>
    public static Task Silent(string id, string source, Setup setup) => Analyzer(id, source, setup);

    /// <summary>
    /// Asserts that the fix turns the source into <paramref name="expected"/>: the result compiles, the diagnostic is gone and
    /// no other rule of ours fires more often than before.
    /// </summary>
    public static async Task Fix(string id, string marked, string expected, Setup setup, int action = 0)
    {
        var source = Markup.Parse(marked).Source;
        var result = await ApplyFix(id, source, setup, action) ?? throw new Xunit.Sdk.XunitException($"No fix for {id} was offered.");
        await AssertFixed(id, source, result, expected, setup);
    }

    /// <summary>The same, with the first fix of each diagnostic, one after the other. A variant whose diagnostic has no fix must stay as it is.</summary>
    public static async Task FixEach(string id, string source, string expected, Setup setup, Func<string, IReadOnlyList<ClassDeclarationSyntax>> variantsOf)
    {
        var result = await FixedOneByOne(id, source, setup);
        var left = await Diagnostics(result, setup, [id]);
        var variants = variantsOf(result);
        foreach (var variant in variants.Where(v => left.Any(d => v.Span.Contains(d.Location.SourceSpan))))
        {
            Assert.NotEqual(variants[0].Identifier.ValueText, variant.Identifier.ValueText);
            var name = variant.Identifier.ValueText;
            expected = expected.Replace(variantsOf(expected).Single(v => v.Identifier.ValueText == name).ToString(), variantsOf(source).Single(v => v.Identifier.ValueText == name).ToString(), StringComparison.Ordinal);
        }

        await AssertFixed(id, source, result, expected, setup);
    }

    /// <summary>The source after the first fix of each diagnostic.</summary>
    public static async Task<string> FixedOneByOne(string id, string source, Setup setup)
    {
        const int Most = 20;
        var result = await ApplyAnyFix(id, source, setup) ?? throw new Xunit.Sdk.XunitException($"No fix for {id} was offered.");
        for (var i = 0; i < Most && await ApplyAnyFix(id, result, setup) is { } next; i++)
            result = next;
        return result;
    }

    private static async Task AssertFixed(string id, string source, string result, string expected, Setup setup)
    {
        Assert.Equal(expected, result);
        await AssertNoneNew(id, source, result, setup);
    }

    // What only a compliance pack asks for may have to be asked of what the fix adds, too.
    private static async Task AssertNoneNew(string id, string source, string result, Setup setup)
    {
        Assert.Empty(Errors(result, setup));
        var before = await Diagnostics(source, setup, null);
        var after = await Diagnostics(result, setup, null);
        Assert.True(after.Count(d => d.Id == id) < before.Count(d => d.Id == id), $"{id} is still reported after its fix.");
        foreach (var group in after.Where(d => d.Descriptor.IsEnabledByDefault).GroupBy(d => d.Id))
            Assert.True(group.Count() <= before.Count(d => d.Id == group.Key), $"The fix of {id} brings a new {group.Key}.");
    }

    /// <summary>Asserts that the rule reports and offers no fix.</summary>
    public static async Task NoFix(string id, string marked, Setup setup)
    {
        var source = Markup.Parse(marked).Source;
        Assert.NotEmpty(await Diagnostics(source, setup, [id]));
        Assert.Null(await ApplyFix(id, source, setup, 0));
    }

    /// <summary>The diagnostics of our analyzers, those off by default included; all of them when <paramref name="ids"/> is null.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Diagnostics(string source, Setup setup, ImmutableHashSet<string>? ids)
    {
        var compilation = Compile(source, setup);
        if (!setup.AllowCompileErrors)
            Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return await Diagnostics(compilation, setup, ids);
    }

    public static CSharpCompilation Compile(string source, Setup setup)
    {
        var parse = new CSharpParseOptions(setup.LanguageVersion);
        var trees = setup.OtherSources.Prepend(("Test0.cs", source)).Append(("Usings.g.cs", ImplicitUsings))
            .Select(file => CSharpSyntaxTree.ParseText(file.Item2, parse, file.Item1));
        var options = new CSharpCompilationOptions(HasTopLevelStatements(source) ? OutputKind.ConsoleApplication : setup.OutputKind)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithAllowUnsafe(true)
            .WithSpecificDiagnosticOptions(AllRules.Rules.ToImmutableDictionary(r => r.Id, _ => ReportDiagnostic.Warn));
        return CSharpCompilation.Create("Test", trees, setup.Refs.All, options);
    }

    /// <summary>Applies the code action number <paramref name="action"/> to the first diagnostic of the rule; null when none is offered.</summary>
    public static async Task<string?> ApplyFix(string id, string source, Setup setup, int action)
    {
        using var workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        var document = AddDocument(workspace, source, setup);
        var actions = await Actions(id, document, setup);
        if (actions.Count <= action)
            return null;
        var operations = await actions[action].GetOperationsAsync(CancellationToken.None);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    /// <summary>The titles of the fixes offered for the first diagnostic of the rule.</summary>
    public static async Task<IReadOnlyList<string>> FixTitles(string id, string source, Setup setup)
    {
        using var workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        return [.. (await Actions(id, AddDocument(workspace, source, setup), setup)).Select(a => a.Title)];
    }

    /// <summary>Applies "fix all in document" with the first action; a host may pass on another key than the one that was offered.</summary>
    public static async Task<string> FixAll(string id, string source, Setup setup, Func<string?, string?>? keyOf = null)
    {
        using var workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        var document = AddDocument(workspace, source, setup);
        var compilation = (await document.Project.GetCompilationAsync())!;
        var diagnostics = await Diagnostics(compilation, setup, [id]);
        var provider = s_fixes.First(f => f.FixableDiagnosticIds.Contains(id));
        var actions = await Actions(id, document, setup);
        var context = new FixAllContext(document, provider, FixAllScope.Document, keyOf is null ? actions[0].EquivalenceKey : keyOf(actions[0].EquivalenceKey), [id], new FixedDiagnostics(diagnostics), CancellationToken.None);
        var fix = await provider.GetFixAllProvider()!.GetFixAsync(context);
        var operations = await fix!.GetOperationsAsync(CancellationToken.None);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    public static ImmutableArray<Diagnostic> Errors(string source, Setup setup) =>
        [.. Compile(source, setup).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];

    /// <summary>Applies the first fix that is offered for any of the rule's diagnostics.</summary>
    private static async Task<string?> ApplyAnyFix(string id, string source, Setup setup)
    {
        using var workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        var document = AddDocument(workspace, source, setup);
        foreach (var diagnostic in await DiagnosticsOf(id, document, setup))
        {
            if ((await Actions(diagnostic, document)).FirstOrDefault() is not { } action)
                continue;
            var operations = await action.GetOperationsAsync(CancellationToken.None);
            return (await operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
        }

        return null;
    }

    private static async Task<List<CodeAction>> Actions(string id, Document document, Setup setup) =>
        (await DiagnosticsOf(id, document, setup)).FirstOrDefault() is { } first ? await Actions(first, document) : [];

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsOf(string id, Document document, Setup setup)
    {
        var tree = await document.GetSyntaxTreeAsync();
        return [.. (await Diagnostics((await document.Project.GetCompilationAsync())!, setup, [id])).Where(d => d.Location.SourceTree == tree).OrderBy(d => d.Location.SourceSpan.Start)];
    }

    private static async Task<List<CodeAction>> Actions(Diagnostic diagnostic, Document document)
    {
        var actions = new List<CodeAction>();
        foreach (var provider in s_fixes.Where(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (a, _) => actions.Add(a), CancellationToken.None));
        return actions;
    }

    private static async Task<ImmutableArray<Diagnostic>> Diagnostics(Compilation compilation, Setup setup, ImmutableHashSet<string>? ids)
    {
        var analyzers = ids is null ? s_analyzers : [.. s_analyzers.Where(a => a.SupportedDiagnostics.Any(d => ids.Contains(d.Id)))];
        if (analyzers.IsEmpty)
            throw new Xunit.Sdk.XunitException($"No analyzer supports {string.Join(", ", ids!)}.");
        var options = new AnalyzerOptions(
            [.. setup.AdditionalFiles.Select(f => (AdditionalText)new TextFile(f.Path, f.Text))],
            new ConfigProvider(setup.Config));
        var run = new CompilationWithAnalyzers(compilation, analyzers, new CompilationWithAnalyzersOptions(options, null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var all = await run.GetAnalyzerDiagnosticsAsync();
        var crash = all.FirstOrDefault(d => d.Id == "AD0001");
        Assert.True(crash is null, crash?.ToString());
        return [.. all.Where(d => ids is null || ids.Contains(d.Id)).OrderBy(d => d.Location.SourceSpan.Start)];
    }

    private static Document AddDocument(AdhocWorkspace workspace, string source, Setup setup)
    {
        var compilation = Compile(source, setup);
        var project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: new CSharpParseOptions(setup.LanguageVersion), metadataReferences: setup.Refs.All));
        Document? first = null;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var added = workspace.AddDocument(DocumentInfo.Create(DocumentId.CreateNewId(project.Id), Path.GetFileName(tree.FilePath), filePath: tree.FilePath,
                loader: TextLoader.From(TextAndVersion.Create(tree.GetText(), VersionStamp.Default))));
            first ??= added;
        }

        return workspace.CurrentSolution.GetDocument(first!.Id)!;
    }

    private static bool HasTopLevelStatements(string source) =>
        CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot().Members.Any(m => m is GlobalStatementSyntax);

    private static string Line(string id, TextSpan span, string source) => $"{id} [{span.Start}..{span.End}) {source.Substring(span.Start, span.Length)}";

    private static ImmutableArray<T> Instances<T>(System.Reflection.Assembly assembly) =>
        [.. assembly.GetTypes().Where(t => !t.IsAbstract && typeof(T).IsAssignableFrom(t)).OrderBy(t => t.FullName, StringComparer.Ordinal).Select(t => (T)Activator.CreateInstance(t)!)];

    private sealed class TextFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class ConfigProvider(ImmutableDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Config(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Config(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);

        public override IEnumerable<string> Keys => values.Keys;
    }

    private sealed class FixedDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(d => d.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
