using Microsoft.CodeAnalysis.Text;

namespace Skylint.Cli.Output;

/// <summary>The difference of two texts in the format that <c>git apply</c> and <c>patch</c> read.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    public static void Write(TextWriter output, string path, SourceText before, SourceText after)
    {
        var (a, b) = (Lines(before), Lines(after));
        output.Write($"--- a/{path}\n+++ b/{path}\n");
        foreach (var hunk in Hunks(Changes(a, b)))
        {
            var (startA, endA) = (Math.Max(0, hunk[0].StartA - Context), Math.Min(a.Length, hunk[^1].EndA + Context));
            var (startB, endB) = (hunk[0].StartB - (hunk[0].StartA - startA), hunk[^1].EndB + (endA - hunk[^1].EndA));
            output.Write($"@@ -{Range(startA, endA)} +{Range(startB, endB)} @@\n");
            var at = startA;
            foreach (var change in hunk)
            {
                WriteLines(output, ' ', a[at..change.StartA]);
                WriteLines(output, '-', a[change.StartA..change.EndA]);
                WriteLines(output, '+', b[change.StartB..change.EndB]);
                at = change.EndA;
            }

            WriteLines(output, ' ', a[at..endA]);
        }
    }

    private static string Range(int start, int end) => (end - start) switch
    {
        0 => $"{start},0",
        1 => $"{start + 1}",
        var length => $"{start + 1},{length}",
    };

    private static void WriteLines(TextWriter output, char mark, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            output.Write(mark);
            output.Write(line);
            if (!line.EndsWith('\n'))
                output.Write("\n\\ No newline at end of file\n");
        }
    }

    private static string[] Lines(SourceText text) =>
        [.. text.Lines.Select(l => text.ToString(l.SpanIncludingLineBreak)).Where(l => l.Length > 0)];

    // Changes whose context would meet are shown together.
    private static List<List<Change>> Hunks(List<Change> changes)
    {
        var hunks = new List<List<Change>>();
        foreach (var change in changes)
        {
            if (hunks.Count > 0 && change.StartA - hunks[^1][^1].EndA <= 2 * Context)
                hunks[^1].Add(change);
            else
                hunks.Add([change]);
        }

        return hunks;
    }

    // The shortest edit script after Myers, on the lines between the common beginning and the common end.
    private static List<Change> Changes(string[] a, string[] b)
    {
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
            start++;
        var (endA, endB) = (a.Length, b.Length);
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1])
            (endA, endB) = (endA - 1, endB - 1);

        var changes = new List<Change>();
        var (x, y) = (start, start);
        foreach (var (matchA, matchB) in Matches(a.AsSpan(start, endA - start).ToArray(), b.AsSpan(start, endB - start).ToArray()).Append((endA - start, endB - start)))
        {
            if (start + matchA > x || start + matchB > y)
                changes.Add(new Change(x, start + matchA, y, start + matchB));
            (x, y) = (start + matchA + 1, start + matchB + 1);
        }

        return changes;
    }

    private static List<(int A, int B)> Matches(string[] a, string[] b)
    {
        var furthest = new Dictionary<int, int> { [1] = 0 };
        var trace = new List<Dictionary<int, int>>();
        for (var d = 0; ; d++)
        {
            trace.Add(new Dictionary<int, int>(furthest));
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || k != d && furthest[k - 1] < furthest[k + 1] ? furthest[k + 1] : furthest[k - 1] + 1;
                while (x < a.Length && x - k < b.Length && a[x] == b[x - k])
                    x++;
                furthest[k] = x;
                if (x >= a.Length && x - k >= b.Length)
                    return WalkBack(trace, a.Length, b.Length);
            }
        }
    }

    private static List<(int A, int B)> WalkBack(List<Dictionary<int, int>> trace, int x, int y)
    {
        var matches = new List<(int, int)>();
        for (var d = trace.Count - 1; d >= 0; d--)
        {
            var (furthest, k) = (trace[d], x - y);
            var previous = k == -d || k != d && furthest[k - 1] < furthest[k + 1] ? k + 1 : k - 1;
            var (fromX, fromY) = d == 0 ? (0, 0) : (furthest[previous], furthest[previous] - previous);
            while (x > fromX && y > fromY)
                matches.Add((--x, --y));
            (x, y) = (fromX, fromY);
        }

        matches.Reverse();
        return matches;
    }

    private sealed record Change(int StartA, int EndA, int StartB, int EndB);
}
