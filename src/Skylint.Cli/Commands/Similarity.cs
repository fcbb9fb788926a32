namespace Skylint.Cli.Commands;

/// <summary>Guesses what somebody meant to type.</summary>
internal static class Similarity
{
    /// <summary>At most three of <paramref name="names"/>, the nearest first; none when all are far from <paramref name="typed"/>.</summary>
    public static IReadOnlyList<string> Nearest(string typed, IEnumerable<string> names)
    {
        var wanted = typed.ToUpperInvariant();
        var limit = Math.Max(2, wanted.Length / 3);
        return
        [
            .. names
                .Select(name => (Name: name, Distance: Score(wanted, name.ToUpperInvariant())))
                .Where(c => c.Distance <= limit)
                .OrderBy(c => c.Distance)
                .ThenBy(c => c.Name, StringComparer.Ordinal)
                .Take(3)
                .Select(c => c.Name),
        ];
    }

    // Part of a name is as good as one slip of the finger.
    private static int Score(string typed, string name) =>
        typed.Length >= 4 && name.Contains(typed, StringComparison.Ordinal) ? 1 : Distance(typed, name);

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
