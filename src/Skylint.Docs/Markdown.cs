namespace Skylint.Docs;

/// <summary>Small pieces of Markdown.</summary>
internal static class Markdown
{
    /// <summary>Plain text, with the characters that would start markup escaped.</summary>
    public static string Text(string text) => text
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal);

    /// <summary>Plain text inside a table cell.</summary>
    public static string Cell(string text) => Text(text).Replace("|", "\\|", StringComparison.Ordinal);

    public static string Code(string text) => $"`{text}`";

    /// <summary>Code inside a table cell, where even code may not hold a bare bar.</summary>
    public static string CodeCell(string text) => text.Length == 0 ? "(empty)" : Code(text.Replace("|", "\\|", StringComparison.Ordinal));

    public static string Link(string text, string? address) => address is null ? text : $"[{text}]({address})";

    public static string Fence(string language, string code) => $"```{language}\n{code}\n```";
}
