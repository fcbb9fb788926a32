using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Skylint.Text;

/// <summary>
/// Whether a file may mention a name, answered from its characters alone: cheap enough to ask of every file of a compilation. It may
/// say yes for a word in a comment; it never says no for a name that is there, escapes aside.
/// </summary>
internal sealed class NameSet
{
    private static readonly ConditionalWeakTable<SyntaxTree, NameSet> s_sets = new();

    private readonly int[] _hashes;

    private NameSet(string text)
    {
        var hashes = new HashSet<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsPart(text[i]))
                continue;
            var hash = Seed;
            for (; i < text.Length && IsPart(text[i]); i++)
                hash = Next(hash, text[i]);
            hashes.Add(hash);
        }

        _hashes = [.. hashes];
        Array.Sort(_hashes);
    }

    private const int Seed = 17;

    public static bool MayMention(SyntaxTree tree, string name, CancellationToken cancellationToken)
    {
        if (!s_sets.TryGetValue(tree, out var set))
            set = s_sets.GetValue(tree, t => new NameSet(t.GetText(cancellationToken).ToString()));
        var hash = Seed;
        foreach (var c in name)
            hash = Next(hash, c);
        return Array.BinarySearch(set._hashes, hash) >= 0;
    }

    private static int Next(int hash, char c) => unchecked((hash * 31) + c);

    private static bool IsPart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' || (c > 127 && char.IsLetterOrDigit(c));
}
