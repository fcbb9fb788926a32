using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Catches an exception by its type instead of by its error code.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TypedExceptionFix))]
[Shared]
public sealed class TypedExceptionFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new ErrorMessageParsing().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        // Only where the filter asks for nothing else: catch (AmazonXException e) when (e.ErrorCode == "Y")
        if (site.Detail is not { } name || site.Find<CatchClauseSyntax>() is not { Declaration: { } declaration, Filter: { } filter } clause || filter.FilterExpression.Span != site.Diagnostic.Location.SourceSpan)
            yield break;
        var (type, usings) = site.Shorten(name);
        var isUsed = clause.Block.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == declaration.Identifier.ValueText);
        var typed = declaration.WithType(SyntaxFactory.ParseTypeName(type).WithTriviaFrom(declaration.Type)).WithTrailingTrivia(filter.GetTrailingTrivia());
        if (!isUsed)
            typed = typed.WithIdentifier(default).WithType(typed.Type.WithoutTrailingTrivia());
        yield return ($"Catch '{name.Substring(name.LastIndexOf('.') + 1)}'", site.WithUsings(site.Root.ReplaceNode(clause, clause.WithDeclaration(typed).WithFilter(null)), usings));
    }
}
