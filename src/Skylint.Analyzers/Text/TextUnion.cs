namespace Skylint.Text;

/// <summary>Puts values together. Each fragment counts once, and so many of one provenance are enough.</summary>
internal sealed class TextUnion(TextShape shape = TextShape.Sequence)
{
    private const int MaxFragments = 200;
    private const int Few = 8;

    private readonly List<Fragment> _fragments = [];
    private readonly int[] _counts = new int[(int)Provenance.External + 1];

    // A handful is compared one by one; most texts have no more pieces.
    private HashSet<Fragment>? _seen;
    private TextValue? _only;

    // Only where the fragments alone do not say how they belong together.
    private List<TextValue>? _parts;

    public TextValue Value => _only ?? (_fragments.Count == 0 ? TextValue.Empty : new TextValue([.. _fragments], shape, _parts));

    /// <summary>The worst provenance of any fragment so far.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>Adds a value. What brings no new fragment changes nothing.</summary>
    public void Add(TextValue value)
    {
        if (value.Provenance > Provenance)
            Provenance = value.Provenance;
        var before = _fragments.Count;
        foreach (var fragment in value.Fragments)
        {
            if (_counts[(int)fragment.Provenance] < MaxFragments && IsNew(fragment))
            {
                _counts[(int)fragment.Provenance]++;
                _fragments.Add(fragment);
            }
        }

        if (_fragments.Count == before)
            return;
        if (before == 0 && shape != TextShape.Inserted)
        {
            _only = value;
            return;
        }

        if (_parts is null && (shape != TextShape.Sequence || value.Parts.Count > 0 || _only?.Parts.Count > 0))
            _parts = before == 0 ? [] : [_only ?? new TextValue(_fragments.GetRange(0, before))];
        _only = null;
        _parts?.Add(value);
    }

    private bool IsNew(Fragment fragment)
    {
        if (_fragments.Count < Few)
            return !_fragments.Contains(fragment);
        _seen ??= [.. _fragments];
        return _seen.Add(fragment);
    }
}
