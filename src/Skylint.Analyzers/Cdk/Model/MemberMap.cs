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
    private readonly LazyValue[] _entries;

    private MemberMap(string[] names, LazyValue[] entries)
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

    public MemberMap SetItem(string name, Value value) => Set(name, new LazyValue(value));

    /// <summary>A member whose value is read on demand.</summary>
    public MemberMap SetItem(string name, Func<Value> read) => Set(name, new LazyValue(read));

    /// <summary>The same.</summary>
    public MemberMap SetItem(string name, LazyValue value) => Set(name, value);

    /// <summary>The same members, each of them made into another value when it is read.</summary>
    public MemberMap Map(Func<Value, Value> map) => _names.Length == 0 ? this : new(_names, [.. _entries.Select(entry => new LazyValue(() => map(entry.Read())))]);

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator() => _names.Select((n, i) => new KeyValuePair<string, Value>(n, _entries[i].Read())).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Members that are all there are; a name that comes again replaces the first. The arrays are kept.</summary>
    public static MemberMap Of(string[] names, LazyValue[] entries)
    {
        var count = 0;
        for (var i = 0; i < names.Length; i++)
        {
            var at = Array.IndexOf(names, names[i], 0, count);
            if (at < 0)
                at = count++;
            (names[at], entries[at]) = (names[i], entries[i]);
        }

        if (count < names.Length)
        {
            Array.Resize(ref names, count);
            Array.Resize(ref entries, count);
        }

        return count == 0 ? Empty : new(names, entries);
    }

    private MemberMap Set(string name, LazyValue entry)
    {
        var at = Array.IndexOf(_names, name);
        if (at >= 0)
        {
            var entries = (LazyValue[])_entries.Clone();
            entries[at] = entry;
            return new(_names, entries);
        }

        return new([.. _names, name], [.. _entries, entry]);
    }
}
