namespace Skylint.Text;

/// <summary>Collects the fragments of many values. Each fragment counts once, and so many of one provenance are enough.</summary>
internal sealed class TextUnion
{
    private const int MaxFragments = 200;

    private readonly List<Fragment> _fragments = [];
    private readonly HashSet<Fragment> _seen = [];
    private readonly int[] _counts = new int[(int)Provenance.External + 1];
    private TextValue? _only;

    public TextUnion()
    {
    }

    public TextUnion(TextValue first) => Add(first);

    public TextValue Value => _only ?? (_fragments.Count == 0 ? TextValue.Empty : new TextValue([.. _fragments]));

    public void Add(TextValue value)
    {
        if (value.Fragments.Count == 0)
            return;
        _only = _fragments.Count == 0 ? value : null;
        foreach (var fragment in value.Fragments)
        {
            if (_counts[(int)fragment.Provenance] < MaxFragments && _seen.Add(fragment))
            {
                _counts[(int)fragment.Provenance]++;
                _fragments.Add(fragment);
            }
        }
    }
}
