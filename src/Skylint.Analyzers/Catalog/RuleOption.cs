namespace Skylint.Catalog;

/// <summary>A setting of one rule, read from <c>.editorconfig</c> as <c>skylint.&lt;ID&gt;.&lt;Name&gt;</c>.</summary>
/// <param name="Name">The last part of the key, in snake_case.</param>
/// <param name="Default">The value that holds when nothing is configured, as it would be written in the file.</param>
/// <param name="Description">What the setting does, in one sentence.</param>
public sealed record RuleOption(string Name, string Default, string Description);
