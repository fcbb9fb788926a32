using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Observability.Generator;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Skylint.Observability.CodeFixes;

/// <summary>
/// SKY9003: makes the method and the types around it partial. A method with a body becomes the Core method, under a new declaration that carries the attributes.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class PartialFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Diagnostics.NotPartial.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax } method)
            return;
        context.RegisterCodeFix(CodeAction.Create("Make it partial", _ => Task.FromResult(Apply(context.Document, root, method)), nameof(PartialFix)), context.Diagnostics);
    }

    private static Document Apply(Document document, SyntaxNode root, MethodDeclarationSyntax method)
    {
        var types = method.Ancestors().OfType<TypeDeclarationSyntax>().Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)).ToList();
        var changed = root.ReplaceNodes(types.Cast<SyntaxNode>().Append(method), (original, current) => current switch
        {
            TypeDeclarationSyntax type when original != method => original.Contains(method) && type.Members.FirstOrDefault(member => member.HasAnnotation(s_split)) is MethodDeclarationSyntax marked ? Partial(Split(type, marked)) : Partial(type),
            MethodDeclarationSyntax m when HasBody(m) => m.WithAdditionalAnnotations(s_split),
            MethodDeclarationSyntax m => m.WithModifiers(m.Modifiers.Add(Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(Space))),
            _ => current,
        });

        // The type was partial already: it was not among the nodes, so the split is still to be made.
        while (changed.GetAnnotatedNodes(s_split).OfType<MethodDeclarationSyntax>().FirstOrDefault() is { Parent: TypeDeclarationSyntax type } left)
            changed = changed.ReplaceNode(type, Split(type, left));
        return document.WithSyntaxRoot(changed);
    }

    private static readonly SyntaxAnnotation s_split = new("split");

    private static bool HasBody(MethodDeclarationSyntax method) => method.Body is not null || method.ExpressionBody is not null;

    private static TypeDeclarationSyntax Partial(TypeDeclarationSyntax type)
    {
        if (type.Modifiers.Count > 0)
            return type.WithModifiers(type.Modifiers.Add(Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(Space)));
        var leading = type.Keyword.LeadingTrivia;
        return type.WithKeyword(type.Keyword.WithLeadingTrivia()).WithModifiers(TokenList(Token(SyntaxKind.PartialKeyword).WithLeadingTrivia(leading).WithTrailingTrivia(Space)));
    }

    private static TypeDeclarationSyntax Split(TypeDeclarationSyntax type, MethodDeclarationSyntax method)
    {
        var plain = method.WithoutAnnotations(s_split);
        var modifiers = TokenList(plain.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)));
        var declaration = plain
            .WithModifiers(modifiers.Add(Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(Space)))
            .WithBody(null)
            .WithExpressionBody(null)
            .WithSemicolonToken(Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(EndOfLine("\n")));
        declaration = declaration.WithParameterList(declaration.ParameterList.WithTrailingTrivia());
        var indentation = plain.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var kept = plain.Modifiers.Where(modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword);
        var parameters = plain.ParameterList.Parameters.Select(parameter => parameter
            .WithAttributeLists(default)
            .WithDefault(null)
            .WithIdentifier(parameter.Identifier.WithTrailingTrivia())
            .WithModifiers(TokenList(parameter.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.ThisKeyword)))));
        var core = plain
            .WithAttributeLists(default)
            .WithModifiers(TokenList(kept.Select(modifier => modifier.WithLeadingTrivia().WithTrailingTrivia(Space)).Prepend(Token(SyntaxKind.PrivateKeyword).WithTrailingTrivia(Space))))
            .WithIdentifier(Identifier(plain.Identifier.ValueText + "Core").WithTrailingTrivia(plain.Identifier.TrailingTrivia))
            .WithParameterList(plain.ParameterList.WithParameters(SeparatedList(parameters, plain.ParameterList.Parameters.GetSeparators())))
            .WithLeadingTrivia(EndOfLine("\n"), indentation);
        var index = type.Members.IndexOf(method);
        return type.WithMembers(type.Members.RemoveAt(index).Insert(index, core).Insert(index, declaration));
    }
}
