using System.Collections;
using System.Collections.Immutable;

namespace Skylint.Cdk.Model;

/// <summary>
/// Members of an object by name. A member is read when somebody asks for it: a construct has many properties, most rules ask for one, and
/// reading the others (a network that another stack made, a role from a helper) would be most of the work.
/// </summary>
internal sealed class MemberMap : IEnumerable<KeyValuePair<string, Value>>
{
    public static readonly MemberMap Empty = new(ImmutableDictionary.Create<string, Entry>(StringComparer.Ordinal));

    private readonly ImmutableDictionary<string, Entry> _entries;

    private MemberMap(ImmutableDictionary<string, Entry> entries) => _entries = entries;

    public IEnumerable<string> Keys => _entries.Keys;

    public IEnumerable<Value> Values => _entries.Values.Select(e => e.Read());

    public bool ContainsKey(string name) => _entries.ContainsKey(name);

    public bool TryGetValue(string name, out Value value)
    {
        var found = _entries.TryGetValue(name, out var entry);
        value = found ? entry!.Read() : UnsetValue.Instance;
        return found;
    }

    public MemberMap SetItem(string name, Value value) => new(_entries.SetItem(name, new Entry(value)));

    /// <summary>A member whose value is read on demand.</summary>
    public MemberMap SetItem(string name, Func<Value> read) => new(_entries.SetItem(name, new Entry(read)));

    public static implicit operator MemberMap(ImmutableDictionary<string, Value> values) =>
        new(values.ToImmutableDictionary(v => v.Key, v => new Entry(v.Value), StringComparer.Ordinal));

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator() => _entries.Select(e => new KeyValuePair<string, Value>(e.Key, e.Value.Read())).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

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
