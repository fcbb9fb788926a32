namespace Skylint.Syntax;

/// <summary>A word that is looked for in many files.</summary>
/// <param name="text">The word.</param>
internal sealed class Word(string text)
{
    public string Text { get; } = text;

    /// <summary>As <see cref="WordTable"/> reckons it.</summary>
    public int Hash { get; } = WordTable.HashOf(text);
}
