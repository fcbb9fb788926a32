namespace Skylint.Observability.Generator;

/// <summary>A piece of a message template: fixed text, or a hole for a parameter.</summary>
/// <param name="Text">The fixed text, or the name of the parameter.</param>
/// <param name="IsHole">Whether it is a hole.</param>
/// <param name="Alignment">The width to pad the hole to; 0 for none.</param>
/// <param name="Format">The format of the hole; null for the usual one.</param>
internal sealed record TemplatePart(string Text, bool IsHole, int Alignment, string? Format);
