using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;
using Skylint.Observability.CodeFixes;

namespace Skylint.Observability.Tests.Support;

/// <summary>Applies the fixes of the generator's diagnostics to a test source.</summary>
public static class Fixes
{
    private static readonly CodeFixProvider[] s_providers = [new CoreMethodFix(), new PartialFix(), new TagFix(), new RegistrationFix()];

    public static IEnumerable<string> FixableIds => s_providers.SelectMany(p => p.FixableDiagnosticIds);

    /// <summary>The source after the first fix of the first diagnostic with that identifier; null when none is offered.</summary>
    public static async Task<string?> Apply(string id, string source)
    {
        var run = GeneratorRun.From(source);
        var diagnostic = (await run.Diagnostics()).First(d => d.Id == id);
        using var workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        var project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            compilationOptions: run.Input.Options, parseOptions: run.Input.SyntaxTrees[0].Options, metadataReferences: run.Input.References));
        var document = workspace.AddDocument(project.Id, "Source.cs", SourceText.From(run.Input.SyntaxTrees[0].GetText().ToString()));
        var actions = new List<CodeAction>();
        foreach (var provider in s_providers.Where(p => p.FixableDiagnosticIds.Contains(id)))
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, Diagnostic.Create(diagnostic.Descriptor, Location.Create((await document.GetSyntaxTreeAsync())!, diagnostic.Location.SourceSpan), diagnostic.Properties), (a, _) => actions.Add(a), CancellationToken.None));
        if (actions.Count == 0)
            return null;
        var operations = await actions[0].GetOperationsAsync(CancellationToken.None);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        var text = (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
        return text[GeneratorRun.Usings.Length..];
    }
}
