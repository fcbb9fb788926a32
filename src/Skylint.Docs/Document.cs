namespace Skylint.Docs;

/// <summary>One generated file.</summary>
/// <param name="Path">Relative to the repository, separated by slashes.</param>
/// <param name="Text">The whole content; lines end with a line feed alone.</param>
internal sealed record Document(string Path, string Text);
