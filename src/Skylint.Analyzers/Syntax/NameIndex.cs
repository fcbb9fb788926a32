using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Skylint.Syntax;

/// <summary>
/// Where a name stands as an identifier in a file. The text is searched, or its words are noted once where many names are asked for, and the syntax is asked only where the
/// text has the word: walking the nodes of a file costs more than most rules want to know. Kept with the syntax tree, so that an edit re-reads one file.
/// </summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, NameIndex> s_all = new();

    // Noting all words costs about as much as searching for so many, and memory that a file of which little is asked need not have.
    private const int Few = 8;

    private readonly Dictionary<string, IReadOnlyList<SimpleNameSyntax>> _names = new(StringComparer.Ordinal);
    private readonly SyntaxTree _tree;
    private readonly string _text;

    private WordTable? _words;
    private int _searches;
    private List<int>? _news;

    private NameIndex(SyntaxTree tree)
    {
        _tree = tree;
        _text = tree.GetText().ToString();
    }

    public static NameIndex Of(SyntaxTree tree) => s_all.GetValue(tree, t => new NameIndex(t));

    /// <summary>The places where the name is written, in their order.</summary>
    public IReadOnlyList<SimpleNameSyntax> Occurrences(string name)
    {
        // A look into the words is cheaper than one into what is known, a search is not.
        if (_words is null && Known(name) is { } searched)
            return searched;
        if (Find(name) is not { } starts)
            return _words is null ? Remember(name, []) : [];
        if (Known(name) is { } known)
            return known;
        List<SimpleNameSyntax>? found = null;
        foreach (var token in Tokens(starts))
        {
            if (token.Parent is SimpleNameSyntax node && token.ValueText == name)
                (found ??= []).Add(node);
        }

        return Remember(name, found ?? (IReadOnlyList<SimpleNameSyntax>)[]);
    }

    private IReadOnlyList<SimpleNameSyntax>? Known(string name)
    {
        lock (_names)
            return _names.TryGetValue(name, out var known) ? known : null;
    }

    private IReadOnlyList<SimpleNameSyntax> Remember(string name, IReadOnlyList<SimpleNameSyntax> nodes)
    {
        lock (_names)
            return _names[name] = nodes;
    }

    /// <summary>The same inside the span.</summary>
    public IEnumerable<SimpleNameSyntax> Occurrences(string name, TextSpan span)
    {
        var all = Occurrences(name);
        for (var i = First(all, span.Start); i < all.Count && all[i].SpanStart < span.End; i++)
            yield return all[i];
    }

    /// <summary>True when the name stands inside the span.</summary>
    public bool Occurs(string name, TextSpan span)
    {
        var all = Occurrences(name);
        var first = First(all, span.Start);
        return first < all.Count && all[first].SpanStart < span.End;
    }

    /// <summary>The places where an object is created: <c>new X(...)</c> and <c>new(...)</c>, in their order.</summary>
    /// <param name="isWanted">Asked for the simple name of the class where the text shows it; others are not looked for in the syntax.</param>
    public IEnumerable<BaseObjectCreationExpressionSyntax> Creations(Func<string, bool> isWanted)
    {
        foreach (var start in News)
        {
            if ((CreatedAt(start) is not { } name || isWanted(name)) && TokenAt(start).Parent is BaseObjectCreationExpressionSyntax creation)
                yield return creation;
        }
    }

    /// <summary>The creations that do not name their type.</summary>
    public IEnumerable<ImplicitObjectCreationExpressionSyntax> TargetTyped => Creations(_ => false).OfType<ImplicitObjectCreationExpressionSyntax>();

    private List<int> News => _news ??= Find("new") ?? [];

    // `new Amazon.CDK.AWS.S3.Bucket(`: the name before the parenthesis, or null where the text is anything but names, dots and spaces up to there.
    private string? CreatedAt(int start)
    {
        var at = start + "new".Length;
        while (true)
        {
            while (at < _text.Length && char.IsWhiteSpace(_text[at]))
                at++;
            var name = at;
            while (at < _text.Length && WordTable.IsPart(_text[at]))
                at++;
            var end = at;
            while (at < _text.Length && char.IsWhiteSpace(_text[at]))
                at++;
            if (end == name || at == _text.Length)
                return null;
            switch (_text[at])
            {
                case '(' or '{':
                    return _text.Substring(name, end - name);
                case '.':
                    at++;
                    continue;
                default:
                    return null;
            }
        }
    }

    // The first of the nodes that stands at the position or behind it.
    private static int First(IReadOnlyList<SimpleNameSyntax> nodes, int position)
    {
        var (low, high) = (0, nodes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (nodes[middle].SpanStart < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // Comments and strings are told from code by the token there.
    private IEnumerable<SyntaxToken> Tokens(List<int> starts) => starts.Select(TokenAt).Where(token => !token.IsKind(SyntaxKind.None));

    private SyntaxToken TokenAt(int start) => _tree.GetRoot().FindToken(start) is var token && token.Span.Contains(start) ? token : default;

    /// <summary>Whether the text has the word anywhere, be it in a comment: cheaper than to look for the places.</summary>
    public bool Has(string word) => Words() is { } words ? words.Has(word) : Search(word) is not null;

    /// <inheritdoc cref="Has(string)"/>
    public bool Has(Word word) => Words() is { } words ? words.Has(word) : Search(word.Text) is not null;

    /// <summary>Where the text has the word, in order; null where it has not.</summary>
    private List<int>? Find(string word) => Words() is { } words ? words.Find(word) : Search(word);

    // Null for the first questions.
    private WordTable? Words()
    {
        if (_words is null && Interlocked.Increment(ref _searches) > Few)
            _words = new WordTable(_text);
        return _words;
    }

    private List<int>? Search(string word)
    {
        List<int>? found = null;
        for (var at = word.Length == 0 ? -1 : _text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !WordTable.IsPart(_text[at - 1])) && (end == _text.Length || !WordTable.IsPart(_text[end])))
                (found ??= []).Add(at);
        }

        return found;
    }
}
