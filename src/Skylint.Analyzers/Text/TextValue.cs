using Microsoft.CodeAnalysis;

namespace Skylint.Text;

/// <summary>
/// What a text expression may hold. All its fragments stand in one list, which is enough to know how bad the text is; how they belong together stands in the parts, for
/// whoever asks what is around a fragment. No path is ruled out.
/// </summary>
internal sealed class TextValue
{
    /// <summary>No text at all: the value of a definition while it is being evaluated, and of <c>null</c>.</summary>
    public static readonly TextValue Empty = new([]);

    /// <summary>Stands for a value that cost too much to find out.</summary>
    public static readonly TextValue TooMuch = new([]);

    // Values share their parts, so going through them can take longer than making them did.
    private const int MaxSize = 1000;

    private readonly int _size;
    private bool? _hasWords;

    internal TextValue(IReadOnlyList<Fragment> fragments, TextShape shape = TextShape.Sequence, IReadOnlyList<TextValue>? parts = null)
    {
        Fragments = fragments;
        foreach (var fragment in fragments)
        {
            if (fragment.Provenance > Provenance)
                Provenance = fragment.Provenance;
        }

        _size = fragments.Count;
        if (parts is null)
            return;
        _size = 1;
        foreach (var part in parts)
            _size += part._size;
        if (_size <= MaxSize)
            (Shape, Parts) = (shape, parts);
    }

    /// <summary>Every fragment once, in the order in which they stand in the text as far as that is one order.</summary>
    public IReadOnlyList<Fragment> Fragments { get; }

    /// <summary>The worst provenance of any fragment.</summary>
    public Provenance Provenance { get; }

    public TextShape Shape { get; }

    /// <summary>What the value is made of; empty when its fragments follow one another and that is all.</summary>
    public IReadOnlyList<TextValue> Parts { get; } = [];

    /// <summary>True when the value has text of its own that says something, not only signs between what comes from elsewhere.</summary>
    public bool HasWords => _hasWords ??= Shape != TextShape.Inserted && (Parts.Count > 0 ? Parts.Any(p => p.HasWords) : Fragments.Any(f => f.Text is { } text && text.Any(char.IsLetterOrDigit)));

    public static TextValue Of(Fragment fragment) => new([fragment]);

    public static TextValue Fixed(string text, SyntaxNode? origin) => Of(new Fragment(Provenance.Fixed, text, origin, OriginKind.Constant, ""));

    public static TextValue FixedName(SyntaxNode? origin) => Of(new Fragment(Provenance.Fixed, null, origin, OriginKind.Constant, ""));

    public static TextValue Inert(SyntaxNode? origin) => Of(new Fragment(Provenance.Inert, null, origin, OriginKind.Value, ""));

    public static TextValue Placeholder(SyntaxNode? origin) => Of(new Fragment(Provenance.Placeholder, null, origin, OriginKind.Value, ""));

    /// <summary>This value and behind it the other one.</summary>
    public TextValue Then(TextValue other) => Join(other, TextShape.Sequence);

    /// <summary>This value or the other one.</summary>
    public TextValue Or(TextValue other) => Join(other, TextShape.Choice);

    /// <summary>This value with the other one somewhere inside.</summary>
    public TextValue Around(TextValue other) => other.Fragments.Count == 0 ? this : Then(new(other.Fragments, TextShape.Inserted, [other]));

    /// <summary>The same origins with the texts forgotten and the provenance capped, as after a check or a rewriting of the characters.</summary>
    public TextValue AtMost(Provenance cap) => Provenance <= cap ? this : Map(f => f.Provenance <= cap ? f : f with { Provenance = cap, Text = null });

    /// <summary>The same provenance, but no longer the same text.</summary>
    public TextValue Rewritten() => Fragments.All(f => f.Text is null) ? this : Map(f => f with { Text = null });

    /// <summary>The value with something in the place of each fragment.</summary>
    public TextValue Expand(Func<Fragment, TextValue> replace)
    {
        var union = new TextUnion(Shape);
        if (Parts.Count > 0)
        {
            foreach (var part in Parts)
                union.Add(part.Expand(replace));
        }
        else
        {
            foreach (var fragment in Fragments)
                union.Add(replace(fragment));
        }

        return union.Value;
    }

    private TextValue Join(TextValue other, TextShape shape)
    {
        if (other.Fragments.Count == 0)
            return this;
        if (Fragments.Count == 0)
            return other;
        var union = new TextUnion(shape);
        union.Add(this);
        union.Add(other);
        return union.Value;
    }

    private TextValue Map(Func<Fragment, Fragment> change) => new([.. Fragments.Select(change)], Shape, Parts.Count == 0 ? null : [.. Parts.Select(p => p.Map(change))]);
}
