using Microsoft.CodeAnalysis;

namespace Skylint.CodeFixes.Sql;

/// <summary>A value that leaves the text and becomes a parameter.</summary>
/// <param name="Name">The parameter's name without its prefix.</param>
/// <param name="Expression">The C# expression of the value, as source text.</param>
/// <param name="Type">The value's type.</param>
/// <param name="MayBeNull">The compiler holds a null possible.</param>
/// <param name="WasQuoted">The value stood between quotes: it is text for the database too.</param>
/// <param name="Piece">The number of the piece of the text in which it stood.</param>
internal sealed record BoundValue(string Name, string Expression, ITypeSymbol? Type, bool MayBeNull, bool WasQuoted, int Piece = 0)
{
    /// <summary>The property that counts the values when the expression is a collection with a parameter for each; null for a single value.</summary>
    public string? Count { get; init; }

    /// <summary>The value is a quoted text with other text around a hole, such as a pattern for LIKE: what it is compared with is text.</summary>
    public bool IsPattern { get; init; }

    /// <summary>The local that numbers the elements.</summary>
    public string Index { get; init; } = "i";
}
