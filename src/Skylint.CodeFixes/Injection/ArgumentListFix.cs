using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Skylint.CodeFixes.Editing;
using Skylint.Text.Injection;

namespace Skylint.CodeFixes.Injection;

/// <summary>Hands the arguments of a program over as a list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ArgumentListFix))]
[Shared]
public sealed class ArgumentListFix : CodeFixProvider
{
    private static readonly HashSet<string> s_shells = new(StringComparer.OrdinalIgnoreCase) { "cmd", "sh", "bash", "zsh", "dash", "powershell", "pwsh", "wsl", "su", "ssh", "env" };

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(InjectionRules.CommandLine.Id);

    public override FixAllProvider GetFixAllProvider() => BatchFixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        const string Title = "Use a list of arguments";
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax text || Change(model, text, context.CancellationToken) is not { } changes)
                continue;
            var source = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
            var changed = document.WithText(source.WithChanges(changes));
            if (!await Compiles.AfterAsync(changed, model, context.CancellationToken).ConfigureAwait(false))
                continue;
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(changed), FixKey.Of(diagnostic, Title)), diagnostic);
        }
    }

    private static IReadOnlyList<TextChange>? Change(SemanticModel model, ExpressionSyntax text, CancellationToken cancellationToken)
    {
        SyntaxNode? member = text.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not GlobalStatementSyntax and not BaseNamespaceDeclarationSyntax);
        member ??= text.SyntaxTree.GetRoot(cancellationToken);
        if (StartsShell(member) || CommandLineText.Split(model, text) is not { } arguments)
            return null;
        var list = string.Join(", ", arguments);
        switch (text.Parent)
        {
            case ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Arguments.Count: 2, Parent: ExpressionSyntax call } } argument when TakesList(model, call, cancellationToken):
                var isModern = ((CSharpParseOptions)model.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp12;
                return [new TextChange(argument.Span, isModern ? $"[{list}]" : $"new[] {{ {list} }}")];
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
                when model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol is IPropertySymbol property && property.ContainingType.GetMembers("ArgumentList").Length > 0
                    && member.DescendantNodes().OfType<IdentifierNameSyntax>().Count(n => n.Identifier.ValueText is "Arguments" or "ArgumentList") == 1:
                if (assignment.Parent is InitializerExpressionSyntax)
                    return [new TextChange(assignment.Span, $"ArgumentList = {{ {list} }}")];
                if (assignment is not { Parent: ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement, Left: MemberAccessExpressionSyntax access })
                    return null;
                var line = statement.SyntaxTree.GetText(cancellationToken).Lines.GetLineFromPosition(statement.SpanStart);
                var seam = (line.EndIncludingLineBreak - line.End == 2 ? "\r\n" : "\n") + Indent(line.ToString());
                return [new TextChange(statement.Span, string.Join(seam, arguments.Select(a => $"{access.Expression}.ArgumentList.Add({a});")))];
            default:
                return null;
        }
    }

    /// <summary>True when the call or creation has a sibling that takes the arguments as a list.</summary>
    private static bool TakesList(SemanticModel model, ExpressionSyntax call, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
        && method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(m => m.Parameters.Length == 2 && m.Parameters[1].Type is INamedTypeSymbol { Name: "IEnumerable" });

    // A shell reads its argument once more, so a list would not help.
    private static bool StartsShell(SyntaxNode member) => member.DescendantTokens()
        .Any(t => t.IsKind(SyntaxKind.StringLiteralToken) && t.ValueText is { Length: > 0 } name && s_shells.Contains(ProgramName(name)));

    private static string Indent(string line) => line.Substring(0, line.Length - line.TrimStart().Length);

    private static string ProgramName(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }
}
