using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Syntax;

/// <summary>Where each word of a text stands: a run of the characters that an identifier can have, unless it begins with a digit.</summary>
internal sealed class WordTable
{
    private static readonly bool[] s_isPart = [.. Enumerable.Range(0, 128).Select(c => SyntaxFacts.IsIdentifierPartCharacter((char)c))];

    private readonly string _text;

    // The words by hash: the last one of each bucket, and for each word the one before it in its bucket.
    private readonly int[] _last;
    private int[] _starts;
    private int[] _previous;

    public WordTable(string text)
    {
        _text = text;

        // A file has a word for each eight characters or so; too many for the table only make it slower.
        var buckets = 64;
        while (buckets < _text.Length / 8)
            buckets *= 2;
        _last = new int[buckets];
        _starts = new int[(_text.Length / 8) + 16];
        _previous = new int[_starts.Length];
        ReadWords();
    }

    public bool Has(string word) => Has(word, HashOf(word));

    public bool Has(Word word) => Has(word.Text, word.Hash);

    private bool Has(string word, int hash)
    {
        for (var at = _last[hash & (_last.Length - 1)]; at != 0; at = _previous[at])
        {
            if (IsAt(word, _starts[at]))
                return true;
        }

        return false;
    }

    /// <summary>Where the text has the word, in order; null where it has not.</summary>
    public List<int>? Find(string word)
    {
        List<int>? found = null;
        for (var at = _last[HashOf(word) & (_last.Length - 1)]; at != 0; at = _previous[at])
        {
            if (IsAt(word, _starts[at]))
                (found ??= []).Add(_starts[at]);
        }

        found?.Reverse();
        return found;
    }

    public static bool IsPart(char c) => c < s_isPart.Length ? s_isPart[c] : SyntaxFacts.IsIdentifierPartCharacter(c);

    public static int HashOf(string word)
    {
        var hash = 0;
        foreach (var c in word)
            hash = Next(hash, c);
        return hash;
    }

    private bool IsAt(string word, int start)
    {
        var end = start + word.Length;
        return end <= _text.Length && string.CompareOrdinal(_text, start, word, 0, word.Length) == 0 && (end == _text.Length || !IsPart(_text[end]));
    }

    private void ReadWords()
    {
        // Every character of every file comes through here: what the loop needs is kept in locals.
        var (text, last, starts, previous, isPart) = (_text, _last, _starts, _previous, s_isPart);
        var mask = last.Length - 1;

        // The first place stays free: zero ends a bucket.
        var count = 1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!(c < isPart.Length ? isPart[c] : IsPart(c)))
                continue;
            var (start, hash) = (i, 0);
            do
            {
                hash = Next(hash, c);
                if (++i == text.Length)
                    break;
                c = text[i];
            }
            while (c < isPart.Length ? isPart[c] : IsPart(c));
            if (text[start] is >= '0' and <= '9')
                continue;
            if (count == starts.Length)
            {
                Array.Resize(ref starts, count * 2);
                Array.Resize(ref previous, count * 2);
            }

            ref var bucket = ref last[hash & mask];
            (starts[count], previous[count]) = (start, bucket);
            bucket = count++;
        }

        (_starts, _previous) = (starts, previous);
    }

    private static int Next(int hash, char c) => unchecked((hash * 31) + c);
}
