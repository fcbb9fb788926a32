namespace Skylint.Catalog;

/// <summary>A setting of one rule, read from <c>.editorconfig</c> as <c>skylint.&lt;ID&gt;.&lt;Name&gt;</c>.</summary>
/// <param name="Name">The last part of the key, in snake_case.</param>
/// <param name="Default">The value that holds when nothing is configured, as it would be written in the file.</param>
/// <param name="Description">What the setting does, in one sentence.</param>
public sealed record RuleOption(string Name, string Default, string Description)
{
    /// <summary>
    /// For a switch: the ids of cdk-nag's rules that ask for what it switches on, where the rule by itself is more lenient. The profiles of their
    /// packs, and <c>strict</c>, turn it on.
    /// </summary>
    public IReadOnlyList<string> CdkNag { get; init; } = [];

    /// <summary>The key in <c>.editorconfig</c>, which names the rule as well.</summary>
    public string KeyFor(Rule rule) => $"skylint.{rule.Id}.{Name}";
}
