namespace Skylint.Text;

/// <summary>Puts values together. Each fragment counts once, and so many of one provenance are enough.</summary>
internal sealed class TextUnion(TextShape shape = TextShape.Sequence)
{
    private const int MaxFragments = 200;
    private const int Few = 8;

    // Most texts are one value, and nothing is kept beside it.
    private TextValue? _only;
    private List<Fragment>? _fragments;
    private int[] _counts = [];

    // A handful is compared one by one; most texts have no more pieces.
    private HashSet<Fragment>? _seen;

    // Only where the fragments alone do not say how they belong together.
    private List<TextValue>? _parts;

    public TextValue Value => _only ?? (_fragments is null ? TextValue.Empty : new TextValue([.. _fragments], shape, _parts));

    /// <summary>The worst provenance of any fragment so far.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>Adds a value. What brings no new fragment changes nothing.</summary>
    public void Add(TextValue value)
    {
        if (value.Provenance > Provenance)
            Provenance = value.Provenance;
        if (value.Fragments.Count == 0)
            return;
        if (_fragments is null && _only is null && shape != TextShape.Inserted)
        {
            _only = value;
            return;
        }

        if (_fragments is null)
        {
            (_fragments, _counts) = ([], new int[(int)Provenance.External + 1]);
            if (_only is not null)
                AddFragments(_only, _fragments);
        }

        var before = _fragments.Count;
        AddFragments(value, _fragments);
        if (_fragments.Count == before)
            return;
        if (_parts is null && (shape != TextShape.Sequence || value.Parts.Count > 0 || _only?.Parts.Count > 0))
            _parts = before == 0 ? [] : [_only ?? new TextValue(_fragments.GetRange(0, before))];
        _only = null;
        _parts?.Add(value);
    }

    private void AddFragments(TextValue value, List<Fragment> fragments)
    {
        foreach (var fragment in value.Fragments)
        {
            if (_counts[(int)fragment.Provenance] >= MaxFragments || !IsNew(fragment, fragments))
                continue;
            _counts[(int)fragment.Provenance]++;
            fragments.Add(fragment);
        }
    }

    private bool IsNew(Fragment fragment, List<Fragment> fragments)
    {
        if (fragments.Count < Few)
            return !fragments.Contains(fragment);
        _seen ??= [.. fragments];
        return _seen.Add(fragment);
    }
}
