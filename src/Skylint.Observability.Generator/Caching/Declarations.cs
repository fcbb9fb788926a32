using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.Observability.Generator;

/// <summary>What a file declares, as a hash of its tokens: without comments, without the bodies of members, and with the nullable directives, which decide what a type's name means.</summary>
internal sealed class Declarations : CSharpSyntaxWalker
{
    private readonly StringBuilder _text = new();
    private readonly CancellationToken _cancellation;

    private Declarations(CancellationToken cancellation)
        : base(SyntaxWalkerDepth.Token) => _cancellation = cancellation;

    public static byte[] Hash(SyntaxTree tree, CancellationToken cancellation)
    {
        var walker = new Declarations(cancellation);
        walker._text.Append(((CSharpParseOptions)tree.Options).LanguageVersion).Append('\n');
        walker.Visit(tree.GetRoot(cancellation));
        using var sha = SHA256.Create();
        return sha.ComputeHash(Encoding.Unicode.GetBytes(walker._text.ToString()));
    }

    public override void VisitToken(SyntaxToken token)
    {
        if (token.ContainsDirectives)
            Directives(token.LeadingTrivia);
        _text.Append(token.Text).Append('\n');
    }

    public override void VisitBlock(BlockSyntax node) => Skip(node);

    public override void VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) => Skip(node);

    public override void VisitGlobalStatement(GlobalStatementSyntax node) => Skip(node);

    /// <summary>A directive in a body holds on after it.</summary>
    private void Skip(SyntaxNode node)
    {
        _cancellation.ThrowIfCancellationRequested();
        _text.Append("{}\n");
        if (!node.ContainsDirectives)
            return;
        foreach (var trivia in node.DescendantTrivia(n => n.ContainsDirectives))
            Directive(trivia);
    }

    private void Directives(SyntaxTriviaList list)
    {
        foreach (var trivia in list)
            Directive(trivia);
    }

    private void Directive(SyntaxTrivia trivia)
    {
        if (trivia.IsKind(SyntaxKind.NullableDirectiveTrivia))
            _text.Append(trivia.ToFullString().Trim()).Append('\n');
    }
}
