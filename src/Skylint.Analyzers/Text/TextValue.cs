using Microsoft.CodeAnalysis;

namespace Skylint.Text;

/// <summary>
/// What a text expression may hold: its fragments, in the order in which they stand in the text as far as that is one order.
/// Where several values meet, the fragments of all of them follow one another; no path is ruled out.
/// </summary>
internal sealed class TextValue
{
    /// <summary>No text at all: the value of a definition while it is being evaluated, and of <c>null</c>.</summary>
    public static readonly TextValue Empty = new([]);

    /// <summary>Stands for a value that cost too much to find out.</summary>
    public static readonly TextValue TooMuch = new([]);

    internal TextValue(IReadOnlyList<Fragment> fragments)
    {
        Fragments = fragments;
        foreach (var fragment in fragments)
        {
            if (fragment.Provenance > Provenance)
                Provenance = fragment.Provenance;
        }
    }

    public IReadOnlyList<Fragment> Fragments { get; }

    /// <summary>The worst provenance of any fragment.</summary>
    public Provenance Provenance { get; }

    public static TextValue Of(Fragment fragment) => new([fragment]);

    public static TextValue Fixed(string text, SyntaxNode? origin) => Of(new Fragment(Provenance.Fixed, text, origin, OriginKind.Constant, ""));

    public static TextValue FixedName(SyntaxNode? origin) => Of(new Fragment(Provenance.Fixed, null, origin, OriginKind.Constant, ""));

    public static TextValue Inert(SyntaxNode? origin) => Of(new Fragment(Provenance.Inert, null, origin, OriginKind.Value, ""));

    public static TextValue Placeholder(SyntaxNode? origin) => Of(new Fragment(Provenance.Placeholder, null, origin, OriginKind.Value, ""));

    /// <summary>Both values: one after the other for a concatenation, either of them for a join.</summary>
    public TextValue With(TextValue other)
    {
        if (other.Fragments.Count == 0)
            return this;
        if (Fragments.Count == 0)
            return other;
        var union = new TextUnion(this);
        union.Add(other);
        return union.Value;
    }

    /// <summary>The same origins with the texts forgotten and the provenance capped, as after a check or a rewriting of the characters.</summary>
    public TextValue AtMost(Provenance cap) =>
        Provenance <= cap ? this : new([.. Fragments.Select(f => f.Provenance <= cap ? f : f with { Provenance = cap, Text = null })]);

    /// <summary>The same provenance, but no longer the same text.</summary>
    public TextValue Rewritten() => Fragments.All(f => f.Text is null) ? this : new([.. Fragments.Select(f => f with { Text = null })]);
}
