using System.Text;

namespace Skylint.Observability.Generator;

/// <summary>The names of files. A file system takes 255 bytes, and the compiler writes the files out when a project asks for it.</summary>
internal static class FileNames
{
    private const int MaxBytes = 160;

    /// <summary>The file's name without its extension; a long one ends with a hash in place of the rest.</summary>
    public static string For(string hint) =>
        Encoding.UTF8.GetByteCount(hint) <= MaxBytes ? hint : $"{hint.Substring(0, Math.Min(hint.Length, MaxBytes / 4))}-{Hash(hint):x16}";

    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 1099511628211UL);
        return hash;
    }
}
