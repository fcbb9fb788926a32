using Microsoft.CodeAnalysis.Text;

namespace Skylint.Cli.Fixing;

/// <summary>Fixes that were proposed for the same text and can be made together.</summary>
internal static class FixBatch
{
    /// <summary>Takes the fixes in their order and leaves out those whose changes meet a change that is already taken.</summary>
    public static List<ProposedFix> Compatible(IEnumerable<ProposedFix> proposed)
    {
        var taken = new List<ProposedFix>();
        var changes = new Dictionary<string, List<TextChange>>(StringComparer.Ordinal);
        foreach (var fix in proposed)
        {
            if (fix.Changes.Any(file => changes.TryGetValue(file.Key, out var others) && file.Value.Any(mine => others.Any(other => Conflict(mine, other)))))
                continue;
            taken.Add(fix);
            foreach (var (path, mine) in fix.Changes)
            {
                if (!changes.TryGetValue(path, out var list))
                    changes.Add(path, list = []);
                list.AddRange(mine.Where(c => !list.Contains(c)));
            }
        }

        return taken;
    }

    /// <summary>The changes of all fixes to each file, in the order of the text.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<TextChange>> Merge(IEnumerable<ProposedFix> fixes) =>
        fixes.SelectMany(f => f.Changes)
            .GroupBy(file => file.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<TextChange>)[.. g.SelectMany(file => file.Value).Distinct().OrderBy(c => c.Span.Start).ThenBy(c => c.Span.End)], StringComparer.Ordinal);

    // The same insertion, such as a using that two fixes need, is made once. What merely touches is left for the next round.
    private static bool Conflict(TextChange a, TextChange b) => a.Span.IntersectsWith(b.Span) && !(a == b && a.Span.IsEmpty);
}
