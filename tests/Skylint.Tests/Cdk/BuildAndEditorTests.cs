using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Skylint.Cdk;
using Skylint.Cdk.Model;
using Skylint.Syntax;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Cdk;

/// <summary>
/// A build asks for everything at once, an editor for one document of a new compilation: both must be told the same. And what the engine need not ask of
/// the compiler, it must not ask.
/// </summary>
public sealed class BuildAndEditorTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_constructs = [new ConstructAnalyzer()];

    private static CSharpCompilation Sample()
    {
        var folder = Path.Combine(Repository.Root, "samples", "OrdersInfra");
        var sources = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "functions"))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, File.ReadAllText(file)))
            .ToImmutableArray();
        return Verify.Compile("", new Setup(Refs.Cdk) { OtherSources = sources, OutputKind = OutputKind.ConsoleApplication });
    }

    private static CompilationWithAnalyzers Run(Compilation compilation, bool concurrent = true) =>
        new(compilation, s_constructs, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrent, logAnalyzerExecutionTime: false));

    private static string Texts(IEnumerable<Diagnostic> diagnostics) => string.Join('\n', diagnostics
        .Select(d => $"{d.Location.SourceTree?.FilePath}{d.Location.SourceSpan} {d.Id} {d.GetMessage()} {string.Join(' ', d.AdditionalLocations.Select(l => l.SourceSpan))}")
        .Order(StringComparer.Ordinal));

#pragma warning disable RS1038, RS1041, RS1036, RS2008 // Of the test alone.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Creations : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor s_creation = new("CREATION", "Creation", "Creation", "Test", DiagnosticSeverity.Warning, true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_creation];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationAction(
                c =>
                {
                    if (c.Operation.Type?.Name == "Bucket")
                        c.ReportDiagnostic(Diagnostic.Create(s_creation, c.Operation.Syntax.GetLocation()));
                },
                OperationKind.ObjectCreation);
        }
    }
#pragma warning restore RS1038, RS1041, RS1036, RS2008

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_editor_is_told_what_a_build_is_told(bool concurrent)
    {
        var compilation = Sample();
        var build = Texts(await Run(compilation, concurrent).GetAnalyzerDiagnosticsAsync());
        Assert.True(build.Split('\n').Length > 40, build);

        var editor = new List<Diagnostic>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            // Each document of its own, as after a keystroke in it.
            var run = Run(compilation.Clone(), concurrent);
            editor.AddRange(await run.GetAnalyzerSemanticDiagnosticsAsync(run.Compilation.GetSemanticModel(tree), null, CancellationToken.None));
        }

        Assert.Equal(build, Texts(editor));

        // All documents of one compilation, from the last to the first.
        var shared = Run(compilation.Clone(), concurrent);
        editor.Clear();
        foreach (var tree in compilation.SyntaxTrees.Reverse())
            editor.AddRange(await shared.GetAnalyzerSemanticDiagnosticsAsync(shared.Compilation.GetSemanticModel(tree), null, CancellationToken.None));
        Assert.Equal(build, Texts(editor));
    }

    [Fact]
    public async Task The_order_of_the_files_does_not_matter()
    {
        var compilation = Sample();
        var reversed = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse());
        Assert.Equal(Texts(await Run(compilation).GetAnalyzerDiagnosticsAsync()), Texts(await Run(reversed).GetAnalyzerDiagnosticsAsync()));
    }

    // An action on operations runs while the compiler still binds, and would bind what a value comes from a second time.
    [Fact]
    public async Task Files_are_judged_when_the_compiler_has_bound_them()
    {
        var counts = (await Run(Sample()).GetAnalyzerTelemetryInfoAsync(s_constructs[0], CancellationToken.None))!;
        Assert.Equal(1, counts.SemanticModelActionsCount);
        Assert.Equal(0, counts.OperationActionsCount + counts.OperationBlockActionsCount + counts.SyntaxNodeActionsCount + counts.SymbolActionsCount + counts.CompilationEndActionsCount);
    }

    [Fact]
    public async Task Code_that_a_tool_has_generated_is_left_alone()
    {
        const string Stack = "class {0} : Amazon.CDK.Stack {{ {0}() {{ new Amazon.CDK.AWS.S3.Bucket(this, \"B\"); }} }}";
        var source = "[System.CodeDom.Compiler.GeneratedCode(\"Tool\", \"1\")] " + string.Format(null, Stack, "Generated") + string.Format(null, Stack, "Written");
        var setup = new Setup(Refs.Cdk).WithSource("Other.g.cs", string.Format(null, Stack, "Other"));
        var found = Assert.Single(await Verify.Diagnostics(source, setup, ["SKY1002"]));
        Assert.True(found.Location.SourceSpan.Start > source.IndexOf("class Written", StringComparison.Ordinal));
    }

    [Theory]
    // By the file's name and its head.
    [InlineData("Stack.g.cs", "", 0)]
    [InlineData("Stack.g.i.cs", "", 0)]
    [InlineData("Stack.Designer.cs", "", 0)]
    [InlineData("Stack.generated.cs", "", 0)]
    [InlineData("TemporaryGeneratedFile_1.cs", "", 0)]
    [InlineData("Stack.cs", "// <auto-generated/>\n", 0)]
    [InlineData("Stack.cs", "/* <autogenerated> by a tool */ ", 0)]
    [InlineData("Stack.cs", "#line hidden\n", 0)]
    [InlineData("Stack.cs", "[System.CodeDom.Compiler.GeneratedCode(\"Tool\", \"1\")] ", 0)]
    [InlineData("Stack.cs", "[System.CodeDom.Compiler.GeneratedCodeAttribute(\"Tool\", \"1\")] ", 0)]
    // Neither of them.
    [InlineData("Stack.cs", "", 1)]
    [InlineData("Big.cs", "", 1)]
    [InlineData("Designer.cs", "", 1)]
    [InlineData("Stack.cs", "// not <generated>, GeneratedCode is another thing\n", 1)]
    [InlineData("Stack.cs", "#line hidden\n#line default\n", 1)]
    [InlineData("Stack.cs", "[System.Obsolete(\"GeneratedCode\")] ", 1)]
    public async Task Generated_files_are_told_as_the_compiler_tells_them(string file, string head, int expected)
    {
        var setup = new Setup(Refs.Cdk).WithSource(file, head + "class S : Amazon.CDK.Stack { S() { new Amazon.CDK.AWS.S3.Bucket(this, \"B\"); } }");
        Assert.Equal(expected, (await Verify.Diagnostics("", setup, ["SKY1002"])).Length);
        // The compiler itself, which is asked when an analyzer leaves it to the compiler.
        var compilation = Verify.Compile("", setup);
        ImmutableArray<DiagnosticAnalyzer> asked = [new Creations()];
        var told = await new CompilationWithAnalyzers(compilation, asked, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, false)).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(expected, told.Length);
    }

    [Theory]
    [InlineData(GeneratedKind.MarkedGenerated, "Stack.cs", true)]
    [InlineData(GeneratedKind.NotGenerated, "Stack.g.cs", false)]
    [InlineData(GeneratedKind.Unknown, "Stack.g.cs", true)]
    [InlineData(GeneratedKind.Unknown, "Stack.cs", false)]
    public void The_option_generated_code_is_heard_first(GeneratedKind kind, string file, bool expected)
    {
        var tree = CSharpSyntaxTree.ParseText("class C;", path: file);
        var compilation = CSharpCompilation.Create("Test", [tree], options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithSyntaxTreeOptionsProvider(new Marked(kind)));
        Assert.Equal(expected, GeneratedCode.IsFile(compilation, tree, CancellationToken.None));
    }

    private sealed class Marked(GeneratedKind kind) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => kind;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }
    }

    [Theory]
    [InlineData("new Bucket()", 1)]
    [InlineData("new Amazon.CDK.AWS.S3.Bucket()", 1)]
    [InlineData("X b = new()", 1)]
    [InlineData("a.AddRoutes(1)", 1)]
    [InlineData("a?.AddRoutes(1)", 1)]
    [InlineData("AddRoutes(1)", 1)]
    // Other classes, other methods, mentions, comments and texts.
    [InlineData("new Order()", 0)]
    [InlineData("a.Routes(1)", 0)]
    [InlineData("use(a.AddRoutes)", 0)]
    [InlineData("var s = \"new Bucket()\" /* new Bucket() */", 0)]
    [InlineData("newBucket(Bucket)", 0)]
    public void Only_what_may_be_judged_is_asked_for(string statement, int expected)
    {
        var tree = CSharpSyntaxTree.ParseText($"class C : D {{ void M() {{ {statement}; }} }}");
        Assert.Equal(expected, ConstructSites.Of(tree).Find(name => name == "Bucket", [new Word("AddRoutes")], _ => true).Count());
    }

    [Fact]
    public void Base_calls_and_names_of_classes_are_read_without_the_bodies()
    {
        var sites = ConstructSites.Of(CSharpSyntaxTree.ParseText("using A = B.C; class S : T { S() : base(1) { } S(int i) : this() { } class N(int i) : T(i); } record R; struct V; interface I;"));
        Assert.Equal(["A", "N", "R", "S"], sites.Classes.Order(StringComparer.Ordinal));
        Assert.Equal(2, sites.Find(_ => true, [], _ => true).Count());
    }

    [Fact]
    public void Names_are_found_where_they_stand_and_nowhere_else()
    {
        var names = NameIndex.Of(CSharpSyntaxTree.ParseText("class C { int ab; int M() => ab + this.ab + @ab + abc + x_ab + M(\"ab\" /* ab */); }"));
        Assert.Equal(3, names.Occurrences("ab").Count);
        Assert.Equal(names.Occurrences("ab").OrderBy(n => n.SpanStart), names.Occurrences("ab"));
        Assert.Empty(names.Occurrences("a"));
        Assert.Empty(names.Occurrences("missing"));
        var second = names.Occurrences("ab")[1].Span;
        Assert.Equal([names.Occurrences("ab")[1]], names.Occurrences("ab", second));
        Assert.Equal(names.Occurrences("ab").Skip(1), names.Occurrences("ab", TextSpan.FromBounds(second.Start, int.MaxValue)));
        Assert.True(names.Occurs("ab", second));
        Assert.False(names.Occurs("ab", TextSpan.FromBounds(0, names.Occurrences("ab")[0].SpanStart)));
        Assert.False(names.Occurs("ab", TextSpan.FromBounds(names.Occurrences("ab")[2].Span.End, int.MaxValue)));
        Assert.False(names.Occurs("missing", TextSpan.FromBounds(0, int.MaxValue)));
    }

    // A few names are searched for, many are looked up.
    [Fact]
    public void The_first_name_is_found_like_the_hundredth()
    {
        const string Code = "class C { int ab; int äb; int ab2 => ab + äb; /* ab */ string s = \"ab\"; int M(int x) => @ab + x; }";
        var names = NameIndex.Of(CSharpSyntaxTree.ParseText(Code));
        var fresh = NameIndex.Of(CSharpSyntaxTree.ParseText(Code));
        for (var i = 0; i < 100; i++)
            Assert.Empty(names.Occurrences("other" + i));
        foreach (var name in new[] { "ab", "äb", "x", "ab2", "M", "" })
            Assert.Equal(fresh.Occurrences(name).Select(n => n.SpanStart), names.Occurrences(name).Select(n => n.SpanStart));
        Assert.Equal(2, fresh.Occurrences("ab").Count);
    }

    [Theory]
    [InlineData("class Z { object F(Owner o) => o.{0}; }", true)]
    [InlineData("class Z { object F(Owner o) => o?.{0}; }", true)]
    [InlineData("class Z : Derived { object F() => {0}; }", true)]
    [InlineData("class Z { bool F(Owner o) => o is {{ {0}: null }}; }", true)]
    [InlineData("class Z { void F() => _ = new Owner {{ {0} = 1 }}; }", true)]
    [InlineData("partial class Z : Derived { } partial class Z { object F() => {0}; }", true)]
    // A class of the name, a local of another class.
    [InlineData("class Z { object F() => new {0}(); class Queue; }", false)]
    [InlineData("class Z { int F(int Queue) => {0}; }", false)]
    public void The_syntax_around_a_name_saves_questions(string use, bool expected)
    {
        var tree = CSharpSyntaxTree.ParseText("class Owner { public object Queue; } class Derived : Owner { } " + use.Replace("{0}", "Queue").Replace("{{", "{").Replace("}}", "}"));
        var compilation = CSharpCompilation.Create("Test", [tree], Refs.Net.All);
        var member = compilation.GetTypeByMetadataName("Owner")!.GetMembers("Queue").Single();
        var name = NameIndex.Of(tree).Occurrences("Queue").Last();
        Assert.Equal(expected, NameUse.MayBe(name, member, new SourceIndex(compilation)));
    }

    [Theory]
    [InlineData("Owner.Make()", true)]
    [InlineData("global::Owner.Make()", true)]
    [InlineData("Alias.Make()", true)]
    [InlineData("Derived.Make()", true)]
    [InlineData("Make()", true)]
    [InlineData("System.Linq.Enumerable.Make()", false)]
    [InlineData("new Make()", false)]
    public void Methods_are_looked_for_on_their_own_class(string call, bool expected)
    {
        var tree = CSharpSyntaxTree.ParseText($"using static Owner; using Alias = Owner; class Owner {{ public static void Make() {{ }} }} class Derived : Owner {{ }} class Z {{ void F() {{ {call}; }} }}");
        var compilation = CSharpCompilation.Create("Test", [tree], Refs.Net.All);
        var member = compilation.GetTypeByMetadataName("Owner")!.GetMembers("Make").Single();
        var name = tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Last(n => n.Identifier.ValueText == "Make");
        Assert.Equal(expected, NameUse.MayBe(name, member, new SourceIndex(compilation)));
    }
}
