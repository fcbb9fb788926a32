using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Sdk.Rules;

/// <summary>What the author says beside the code.</summary>
internal static class Comments
{
    /// <summary>True when a comment right before a node, or behind it on its line, speaks of a subject: the author has thought about it.</summary>
    public static bool Explain(SyntaxNode node, string subject)
    {
        if (node.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionStatementSyntax statement)
            node = statement;
        foreach (var trivia in node.GetLeadingTrivia().Concat(node.GetTrailingTrivia()).Concat(node.GetLastToken().GetNextToken().TrailingTrivia))
        {
            if ((trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)) && trivia.ToString().IndexOf(subject, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }
}
