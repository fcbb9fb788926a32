using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Skylint.Observability.Generator;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Skylint.Observability.CodeFixes;

/// <summary>SKY9002: adds the Core method that the generated part calls, with the work still to be written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CoreMethodFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Diagnostics.CoreMissing.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax } method)
            return;
        var title = $"Add '{method.Identifier.ValueText}Core'";
        context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(Apply(context.Document, root, method)), nameof(CoreMethodFix)), context.Diagnostics);
    }

    private static Document Apply(Document document, SyntaxNode root, MethodDeclarationSyntax method)
    {
        var isStatic = method.Modifiers.Any(SyntaxKind.StaticKeyword);
        var parameters = method.ParameterList.Parameters.Select(parameter =>
            Parameter(parameter.Identifier).WithType(parameter.Type).WithModifiers(TokenList(parameter.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.ThisKeyword)))));
        var core = MethodDeclaration(method.ReturnType.WithoutLeadingTrivia(), method.Identifier.ValueText + "Core")
            .WithModifiers(isStatic ? TokenList(Token(SyntaxKind.PrivateKeyword), Token(SyntaxKind.StaticKeyword)) : TokenList(Token(SyntaxKind.PrivateKeyword)))
            .WithTypeParameterList(method.TypeParameterList)
            .WithParameterList(ParameterList(SeparatedList(parameters)))
            .WithConstraintClauses(method.ConstraintClauses)
            .WithExpressionBody(ArrowExpressionClause(ThrowExpression(ParseExpression("new global::System.NotImplementedException()").WithAdditionalAnnotations(Simplifier.Annotation))))
            .WithSemicolonToken(Token(SyntaxKind.SemicolonToken))
            .WithLeadingTrivia(ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        return document.WithSyntaxRoot(root.InsertNodesAfter(method, [core]));
    }
}
