using System.Collections;

namespace Skylint.Cdk.Model;

/// <summary>
/// Members of an object by name. A member is read when somebody asks for it: a construct has many properties, most rules ask for one, and
/// reading the others (a network that another stack made, a role from a helper) would be most of the work.
/// </summary>
internal sealed class MemberMap : IEnumerable<KeyValuePair<string, Value>>
{
    public static readonly MemberMap Empty = new([], []);

    // A construct has a dozen members at most: a search from one end to the other beats any table.
    private readonly string[] _names;
    private readonly Entry[] _entries;

    private MemberMap(string[] names, Entry[] entries)
    {
        _names = names;
        _entries = entries;
    }

    public IEnumerable<string> Keys => _names;

    public IEnumerable<Value> Values => _entries.Select(e => e.Read());

    public bool ContainsKey(string name) => Array.IndexOf(_names, name) >= 0;

    public bool TryGetValue(string name, out Value value)
    {
        var at = Array.IndexOf(_names, name);
        value = at >= 0 ? _entries[at].Read() : UnsetValue.Instance;
        return at >= 0;
    }

    public MemberMap SetItem(string name, Value value) => Set(name, new Entry(value));

    /// <summary>A member whose value is read on demand.</summary>
    public MemberMap SetItem(string name, Func<Value> read) => Set(name, new Entry(read));

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator() => _names.Select((n, i) => new KeyValuePair<string, Value>(n, _entries[i].Read())).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private MemberMap Set(string name, Entry entry)
    {
        var at = Array.IndexOf(_names, name);
        if (at >= 0)
        {
            var entries = (Entry[])_entries.Clone();
            entries[at] = entry;
            return new(_names, entries);
        }

        return new([.. _names, name], [.. _entries, entry]);
    }

    private sealed class Entry
    {
        private const int MaxDepth = 24;

        // A value can depend on itself through code that goes in circles.
        [ThreadStatic]
        private static int t_depth;

        private readonly Func<Value>? _read;
        private Value? _value;

        public Entry(Value value) => _value = value;

        public Entry(Func<Value> read) => _read = read;

        public Value Read()
        {
            if (_value is { } known)
                return known;
            if (t_depth >= MaxDepth)
                return UnknownValue.Instance;
            t_depth++;
            try
            {
                // Two threads may both read it; they read the same.
                return _value = _read!();
            }
            finally
            {
                t_depth--;
            }
        }
    }
}
