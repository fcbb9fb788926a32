using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Lets a handler return a task, so that the runtime can wait for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandlerTaskFix))]
[Shared]
public sealed class HandlerTaskFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new LambdaHandlerAsyncVoid().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Find<MethodDeclarationSyntax>() is not { } method)
            yield break;
        var (task, usings) = site.Shorten("System.Threading.Tasks.Task");
        yield return ("Return a task", site.WithUsings(site.Root.ReplaceNode(method.ReturnType, SyntaxFactory.ParseTypeName(task).WithTriviaFrom(method.ReturnType)), usings));
    }
}
