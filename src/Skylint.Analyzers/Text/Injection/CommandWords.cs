namespace Skylint.Text.Injection;

/// <summary>What the name of a value says about its place in a command line.</summary>
internal static class CommandWords
{
    private static readonly string[] s_many = ["arg", "option", "flag", "switch", "param", "extra", "command"];

    /// <summary>True for the name of a text that is several arguments, or a whole command line: whoever writes it has to quote.</summary>
    public static bool IsMany(string name) => s_many.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
