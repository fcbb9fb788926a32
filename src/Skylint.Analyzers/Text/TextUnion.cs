namespace Skylint.Text;

/// <summary>Puts values together. Each fragment counts once, and so many of one provenance are enough.</summary>
internal sealed class TextUnion(TextShape shape = TextShape.Sequence)
{
    private const int MaxFragments = 200;
    private const int Few = 8;

    private readonly List<Fragment> _fragments = [];
    private readonly int[] _counts = new int[(int)Provenance.External + 1];
    private readonly List<TextValue> _parts = [];

    // A handful is compared one by one; most texts have no more pieces.
    private HashSet<Fragment>? _seen;
    private bool _isFlat = shape == TextShape.Sequence;

    public TextValue Value => _parts.Count switch
    {
        0 => TextValue.Empty,
        1 when shape != TextShape.Inserted => _parts[0],
        _ => new TextValue([.. _fragments], shape, _isFlat ? null : _parts),
    };

    /// <summary>The worst provenance of any fragment so far.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>Adds a value. What brings no new fragment changes nothing.</summary>
    public void Add(TextValue value)
    {
        if (value.Provenance > Provenance)
            Provenance = value.Provenance;
        var isNew = false;
        foreach (var fragment in value.Fragments)
        {
            if (_counts[(int)fragment.Provenance] < MaxFragments && IsNew(fragment))
            {
                _counts[(int)fragment.Provenance]++;
                _fragments.Add(fragment);
                isNew = true;
            }
        }

        if (!isNew)
            return;
        _parts.Add(value);
        _isFlat &= value.Parts.Count == 0;
    }

    private bool IsNew(Fragment fragment)
    {
        if (_fragments.Count < Few)
            return !_fragments.Contains(fragment);
        _seen ??= [.. _fragments];
        return _seen.Add(fragment);
    }
}
