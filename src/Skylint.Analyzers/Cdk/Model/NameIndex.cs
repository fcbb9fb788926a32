using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.Cdk.Model;

/// <summary>
/// Where a name stands as an identifier in a file. The words of the text are noted once, and the syntax is asked only where the text has the word:
/// walking the nodes of a file costs more than most rules want to know. Kept with the syntax tree, so that an edit re-reads one file.
/// </summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, NameIndex> s_all = new();

    private readonly Dictionary<string, IReadOnlyList<SimpleNameSyntax>> _names = new(StringComparer.Ordinal);
    private readonly SyntaxTree _tree;
    private readonly string _text;

    // The words by hash: the last one of each bucket, and for each word the one before it in its bucket.
    private readonly int[] _last;
    private int[] _starts;
    private int[] _previous;
    private IReadOnlyList<BaseObjectCreationExpressionSyntax>? _creations;

    private NameIndex(SyntaxTree tree)
    {
        _tree = tree;
        _text = tree.GetText().ToString();
        // A file has a word for each eight characters or so; too many for the table only make it slower.
        var buckets = 64;
        while (buckets < _text.Length / 8)
            buckets *= 2;
        _last = new int[buckets];
        _starts = new int[(_text.Length / 8) + 16];
        _previous = new int[_starts.Length];
        ReadWords();
    }

    public static NameIndex Of(SyntaxTree tree) => s_all.GetValue(tree, t => new NameIndex(t));

    /// <summary>The places where the name is written, in their order.</summary>
    public IReadOnlyList<SimpleNameSyntax> Occurrences(string name)
    {
        if (Find(name) is not { } starts)
            return [];
        lock (_names)
        {
            if (_names.TryGetValue(name, out var known))
                return known;
        }

        List<SimpleNameSyntax>? found = null;
        foreach (var token in Tokens(starts))
        {
            if (token.Parent is SimpleNameSyntax node && token.ValueText == name)
                (found ??= []).Add(node);
        }

        lock (_names)
            return _names[name] = found ?? (IReadOnlyList<SimpleNameSyntax>)[];
    }

    /// <summary>The places where an object is created: <c>new X(...)</c> and <c>new(...)</c>, in their order.</summary>
    public IReadOnlyList<BaseObjectCreationExpressionSyntax> Creations => _creations ??=
        Find("new") is { } starts ? [.. Tokens(starts).Select(t => t.Parent).OfType<BaseObjectCreationExpressionSyntax>()] : [];

    /// <summary>The creations that do not name their type.</summary>
    public IEnumerable<ImplicitObjectCreationExpressionSyntax> TargetTyped => Creations.OfType<ImplicitObjectCreationExpressionSyntax>();

    // Comments and strings are told from code by the token there.
    private IEnumerable<SyntaxToken> Tokens(List<int> starts)
    {
        var root = _tree.GetRoot();
        foreach (var start in starts)
        {
            var token = root.FindToken(start);
            if (token.Span.Contains(start))
                yield return token;
        }
    }

    /// <summary>Whether the text has the word anywhere, be it in a comment: cheaper than to look for the places.</summary>
    public bool Has(string word)
    {
        for (var at = Last(word); at != 0; at = _previous[at])
        {
            if (IsAt(word, _starts[at]))
                return true;
        }

        return false;
    }

    /// <summary>Where the text has the word, in order; null where it has not.</summary>
    private List<int>? Find(string word)
    {
        List<int>? found = null;
        for (var at = Last(word); at != 0; at = _previous[at])
        {
            if (IsAt(word, _starts[at]))
                (found ??= []).Add(_starts[at]);
        }

        found?.Reverse();
        return found;
    }

    private int Last(string word)
    {
        var hash = 0;
        foreach (var c in word)
            hash = Next(hash, c);
        return _last[hash & (_last.Length - 1)];
    }

    private bool IsAt(string word, int start)
    {
        var end = start + word.Length;
        return end <= _text.Length && string.CompareOrdinal(_text, start, word, 0, word.Length) == 0 && (end == _text.Length || !IsPart(_text[end]));
    }

    private void ReadWords()
    {
        // The first place stays free: zero ends a bucket.
        var count = 1;
        for (var i = 0; i < _text.Length; i++)
        {
            if (!IsPart(_text[i]))
                continue;
            var (start, hash) = (i, 0);
            for (; i < _text.Length && IsPart(_text[i]); i++)
                hash = Next(hash, _text[i]);
            if (_text[start] is >= '0' and <= '9')
                continue;
            if (count == _starts.Length)
            {
                Array.Resize(ref _starts, count * 2);
                Array.Resize(ref _previous, count * 2);
            }

            ref var last = ref _last[hash & (_last.Length - 1)];
            (_starts[count], _previous[count]) = (start, last);
            last = count++;
        }
    }

    private static int Next(int hash, char c) => unchecked((hash * 31) + c);

    private static bool IsPart(char c) => c < 128 ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' : SyntaxFacts.IsIdentifierPartCharacter(c);
}
