using System.Collections.Immutable;
using System.Text;

namespace Skylint.Observability.Generator;

/// <summary>
/// The names of the files that do not follow from what they hold alone: the compiler takes no two names that differ in case only, and gives up all output of a generator that adds them.
/// </summary>
internal sealed record FileNames(EquatableArray<string> Clashing)
{
    // A file system takes 255 bytes, and the compiler writes the files out when a project asks for it.
    private const int MaxBytes = 160;

    /// <summary>Finds the names among all that are not told apart.</summary>
    public static FileNames Of(ImmutableArray<string> all)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return new FileNames(new EquatableArray<string>(all.Where(name => !seen.Add(name)).Select(name => name.ToUpperInvariant()).Distinct().OrderBy(name => name, StringComparer.Ordinal)));
    }

    /// <summary>The file's name without its extension.</summary>
    public string For(string hint)
    {
        var upper = Clashing.Count == 0 ? hint : hint.ToUpperInvariant();
        var clashes = Clashing.Any(name => name == upper);
        var bytes = Encoding.UTF8.GetByteCount(hint);
        if (!clashes && bytes <= MaxBytes)
            return hint;
        var shown = bytes <= MaxBytes ? hint : hint.Substring(0, Math.Min(hint.Length, MaxBytes / 4));
        return $"{shown}-{Hash(hint):x16}";
    }

    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 1099511628211UL);
        return hash;
    }
}
