using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Skylint.Text.Sql;

namespace Skylint.CodeFixes.Sql;

/// <summary>A stretch of a text expression: characters of a literal, or a hole that an expression fills.</summary>
internal sealed class SqlPart
{
    /// <summary>The characters' span inside the quotes, or the whole of the hole.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The literal or interpolated string that holds the characters; the expression in the hole.</summary>
    public required ExpressionSyntax Syntax { get; init; }

    /// <summary>The text of a literal; null for a hole.</summary>
    public string? Text { get; init; }

    /// <summary>The hole is inside an interpolated string.</summary>
    public InterpolationSyntax? Interpolation { get; init; }

    /// <summary>The number of the piece of the text that this is part of.</summary>
    public int Piece { get; init; }

    /// <summary>A collection that stands in the hole.</summary>
    public ListHole? List { get; set; }

    /// <summary>Fixed text that a hole brings in: the value of a constant.</summary>
    public string? Known { get; set; }

    /// <summary>What the hole stands for.</summary>
    public HoleKind Kind { get; set; }

    /// <summary>The hole's text is not fixed.</summary>
    public bool IsBad { get; set; }

    /// <summary>The program's own part of the hole's text has quotes.</summary>
    public bool BringsQuotes { get; set; }

    /// <summary>The hole becomes a parameter.</summary>
    public bool IsBound { get; set; }

    public bool IsHole => Text is null;
}
