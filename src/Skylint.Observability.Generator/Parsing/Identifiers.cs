namespace Skylint.Observability.Generator;

/// <summary>Numbers the overloads of a type, past what its members are called themselves.</summary>
internal sealed class Identifiers(IEnumerable<string> members)
{
    private readonly HashSet<string> _members = new(members, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The name of the next overload of a method: its own for the first.</summary>
    public string Next(string name)
    {
        _counts.TryGetValue(name, out var count);
        _counts[name] = ++count;
        if (count == 1)
            return name;

        // The number stands behind the last line, so no two overloads of different methods meet.
        var identifier = $"{name}_{count}";
        while (_members.Contains(identifier))
            identifier = identifier.Insert(name.Length, "_");
        return identifier;
    }
}
