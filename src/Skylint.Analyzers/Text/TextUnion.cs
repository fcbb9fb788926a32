namespace Skylint.Text;

/// <summary>Collects the fragments of many values. Each fragment counts once, and so many of one provenance are enough.</summary>
internal sealed class TextUnion
{
    private const int MaxFragments = 200;
    private const int Few = 8;

    private readonly List<Fragment> _fragments = [];
    private readonly int[] _counts = new int[(int)Provenance.External + 1];

    // A handful is compared one by one; most texts have no more pieces.
    private HashSet<Fragment>? _seen;
    private TextValue? _only;

    public TextUnion()
    {
    }

    public TextUnion(TextValue first) => Add(first);

    public TextValue Value => _only ?? (_fragments.Count == 0 ? TextValue.Empty : new TextValue([.. _fragments]));

    /// <summary>The worst provenance of any fragment so far.</summary>
    public Provenance Provenance { get; private set; }

    public void Add(TextValue value)
    {
        if (value.Provenance > Provenance)
            Provenance = value.Provenance;
        if (value.Fragments.Count == 0)
            return;
        _only = _fragments.Count == 0 ? value : null;
        foreach (var fragment in value.Fragments)
        {
            if (_counts[(int)fragment.Provenance] < MaxFragments && IsNew(fragment))
            {
                _counts[(int)fragment.Provenance]++;
                _fragments.Add(fragment);
            }
        }
    }

    private bool IsNew(Fragment fragment)
    {
        if (_fragments.Count < Few)
            return !_fragments.Contains(fragment);
        _seen ??= [.. _fragments];
        return _seen.Add(fragment);
    }
}
