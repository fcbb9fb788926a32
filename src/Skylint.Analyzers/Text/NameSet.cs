using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Skylint.Text;

/// <summary>
/// Whether a file may mention a name, answered from its characters alone: cheap enough to ask of every file of a compilation. It may
/// say yes for a word in a comment, and now and then for none; it never says no for a name that is there, escapes aside.
/// </summary>
internal sealed class NameSet
{
    private const int Seed = 17;
    private static readonly ConditionalWeakTable<SyntaxTree, NameSet> s_sets = new();
    private static readonly bool[] s_isPart = [.. Enumerable.Range(0, 128).Select(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')];

    // Two bits for each word. A power of two, about one bit for each character of the file, of which one in twenty is set: one name in four hundred is taken to be there that is not.
    private readonly int[] _bits;

    private NameSet(string text)
    {
        var size = 64;
        while (size * 32 < text.Length)
            size *= 2;
        _bits = new int[size];
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsPart(text[i]))
                continue;
            var hash = Seed;
            for (; i < text.Length && IsPart(text[i]); i++)
                hash = Next(hash, text[i]);
            Set(Bit(hash));
            Set(Bit(Other(hash)));
        }
    }

    public static bool MayMention(SyntaxTree tree, string name, CancellationToken cancellationToken)
    {
        if (!s_sets.TryGetValue(tree, out var set))
            set = s_sets.GetValue(tree, t => new NameSet(t.GetText(cancellationToken).ToString()));
        var hash = Seed;
        foreach (var c in name)
            hash = Next(hash, c);
        return set.IsSet(set.Bit(hash)) && set.IsSet(set.Bit(Other(hash)));
    }

    private void Set(int bit) => _bits[bit >> 5] |= 1 << (bit & 31);

    private bool IsSet(int bit) => (_bits[bit >> 5] & (1 << (bit & 31))) != 0;

    private static int Other(int hash) => unchecked((int)((uint)hash * 2654435769u) ^ hash);

    private int Bit(int hash) => (hash ^ (hash >> 15)) & ((_bits.Length * 32) - 1);

    private static int Next(int hash, char c) => unchecked((hash * 31) + c);

    private static bool IsPart(char c) => c < 128 ? s_isPart[c] : char.IsLetterOrDigit(c);
}
