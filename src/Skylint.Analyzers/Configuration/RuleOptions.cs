using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;

namespace Skylint.Configuration;

/// <summary>Reads the options that rules declare: <c>skylint.&lt;ID&gt;.&lt;name&gt;</c> in <c>.editorconfig</c> or a global configuration.</summary>
internal static class RuleOptions
{
    private static readonly char[] s_separators = [',', ';'];

    /// <summary>The configured text, or the option's default.</summary>
    /// <exception cref="ArgumentException">The rule declares no such option; a mistake in our own code.</exception>
    public static string Get(this AnalyzerOptions options, SyntaxTree tree, Rule rule, string name) =>
        Get(options, options.AnalyzerConfigOptionsProvider.GetOptions(tree), rule, name);

    private static string Get(AnalyzerOptions options, AnalyzerConfigOptions settings, Rule rule, string name)
    {
        var option = rule.Options.FirstOrDefault(o => o.Name == name) ?? throw new ArgumentException($"{rule.Id} declares no option '{name}'.", nameof(name));
        var key = option.KeyFor(rule);
        return settings.TryGetValue(key, out var value) || options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(key, out value) ? value.Trim() : option.Default;
    }

    /// <summary>The configured text as a list, split at commas and semicolons, without blanks.</summary>
    public static IReadOnlyList<string> GetList(this AnalyzerOptions options, SyntaxTree tree, Rule rule, string name) =>
        options.Get(tree, rule, name) is { Length: > 0 } text ? [.. text.Split(s_separators).Select(item => item.Trim()).Where(item => item.Length > 0)] : [];

    /// <summary>The configured number, or the option's default when what is configured is not a whole number.</summary>
    public static int GetInt(this AnalyzerOptions options, SyntaxTree tree, Rule rule, string name) =>
        int.TryParse(options.Get(tree, rule, name), out var value) ? value : int.Parse(rule.Options.First(o => o.Name == name).Default);

    /// <summary>The configured switch, or the option's default when what is configured is neither true nor false.</summary>
    public static bool GetBool(this AnalyzerOptions options, SyntaxTree tree, Rule rule, string name) =>
        IsTrue(options.Get(tree, rule, name), rule, name);

    /// <summary>The switch as it is configured for a file that is not source.</summary>
    public static bool GetBool(this AnalyzerOptions options, AdditionalText file, Rule rule, string name) =>
        IsTrue(Get(options, options.AnalyzerConfigOptionsProvider.GetOptions(file), rule, name), rule, name);

    private static bool IsTrue(string text, Rule rule, string name) =>
        bool.TryParse(text, out var value) ? value : bool.Parse(rule.Options.First(o => o.Name == name).Default);
}
