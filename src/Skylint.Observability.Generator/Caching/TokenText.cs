using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.Observability.Generator;

/// <summary>Gathers the tokens of declarations, and the names among them, without the bodies of members.</summary>
internal sealed class TokenText(CancellationToken cancellation) : CSharpSyntaxWalker(SyntaxWalkerDepth.Token)
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _identifiers = new(StringComparer.Ordinal);

    /// <summary>Every name that stands in the text.</summary>
    public IReadOnlyCollection<string> Identifiers => _identifiers;

    public ContentHash Hash() => ContentHash.Of(_text.ToString());

    public void Add(string text) => _text.Append(text).Append('\n');

    public override void VisitToken(SyntaxToken token)
    {
        if (token.ContainsDirectives)
        {
            foreach (var trivia in token.LeadingTrivia)
                Directive(trivia);
        }

        Add(token.Text);
        if (token.IsKind(SyntaxKind.IdentifierToken))
            _identifiers.Add(token.ValueText);
    }

    public override void VisitBlock(BlockSyntax node) => Skip(node);

    public override void VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) => Skip(node);

    /// <summary>A directive in a body holds on after it.</summary>
    private void Skip(SyntaxNode node)
    {
        cancellation.ThrowIfCancellationRequested();
        Add("{}");
        if (!node.ContainsDirectives)
            return;
        foreach (var trivia in node.DescendantTrivia(n => n.ContainsDirectives))
            Directive(trivia);
    }

    private void Directive(SyntaxTrivia trivia)
    {
        if (trivia.IsKind(SyntaxKind.NullableDirectiveTrivia))
            Add(trivia.ToFullString().Trim());
    }
}
