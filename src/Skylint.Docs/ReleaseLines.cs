using System.Text.RegularExpressions;
using Skylint.Catalog;

namespace Skylint.Docs;

/// <summary>
/// The release files. <c>Shipped</c> is the record of what users have and is written by hand at a release; <c>Unshipped</c> is the
/// difference between it and the rules. The compiler's own release tracking checks the form of both files; that they agree with the
/// rules it cannot see, because it looks for descriptors in source text.
/// </summary>
internal static partial class ReleaseLines
{
    private const string Unshipped = "src/Skylint.Analyzers/AnalyzerReleases.Unshipped.md";
    private const string Shipped = "src/Skylint.Analyzers/AnalyzerReleases.Shipped.md";

    public static IEnumerable<Document> Render(IReadOnlyList<Rule> rules, RepositoryFolder repository)
    {
        var shipped = Parse(repository.Read(Shipped) ?? "");
        var current = rules.Select(Line.Of).ToDictionary(line => line.Id, StringComparer.Ordinal);
        var added = current.Values.Where(line => !shipped.ContainsKey(line.Id));
        var changed = current.Values.Where(line => shipped.TryGetValue(line.Id, out var before) && !before.SameLevel(line));
        var removed = shipped.Values.Where(line => !current.ContainsKey(line.Id));
        string[] blocks =
        [
            GeneratedNote.Semicolon,
            .. Section("New Rules", added),
            .. Section("Changed Rules", changed, line => shipped[line.Id]),
            .. Section("Removed Rules", removed),
        ];
        yield return new Document(Unshipped, string.Join("\n\n", blocks) + "\n");
    }

    private static IEnumerable<string> Section(string title, IEnumerable<Line> lines, Func<Line, Line>? before = null)
    {
        var rows = lines.OrderBy(line => line.Id, StringComparer.Ordinal).Select(line => before is null
            ? $"{line.Id} | {line.Category} | {line.Severity} | {line.Notes}"
            : $"{line.Id} | {line.Category} | {line.Severity} | {before(line).Category} | {before(line).Severity} | {line.Notes}").ToList();
        if (rows.Count == 0)
            return [];
        var header = before is null
            ? "Rule ID | Category | Severity | Notes\n--------|----------|----------|-------"
            : "Rule ID | New Category | New Severity | Old Category | Old Severity | Notes\n--------|--------------|--------------|--------------|--------------|-------";
        return [$"### {title}", $"{header}\n{string.Join('\n', rows)}"];
    }

    /// <summary>What the last release that mentions a rule says about it; a rule that was removed is not shipped any more.</summary>
    private static Dictionary<string, Line> Parse(string text)
    {
        var lines = new Dictionary<string, Line>(StringComparer.Ordinal);
        var removing = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("###", StringComparison.Ordinal))
                removing = line.Contains("Removed", StringComparison.Ordinal);
            if (Row().Match(line) is not { Success: true } row)
                continue;
            if (removing)
                lines.Remove(row.Groups["id"].Value);
            else
                lines[row.Groups["id"].Value] = new Line(row.Groups["id"].Value, row.Groups["category"].Value, row.Groups["severity"].Value, row.Groups["notes"].Value);
        }

        return lines;
    }

    [GeneratedRegex(@"^(?<id>SKY\d{4})\s*\|\s*(?<category>\w+)\s*\|\s*(?<severity>\w+)\s*\|(\s*\w+\s*\|\s*\w+\s*\|)?\s*(?<notes>.*?)\s*$")]
    private static partial Regex Row();

    private sealed record Line(string Id, string Category, string Severity, string Notes)
    {
        public static Line Of(Rule rule) => new(rule.Id, rule.Category.ToString(), LevelText.Release(rule.Level), rule.Title.Replace('|', '/'));

        public bool SameLevel(Line other) => Category == other.Category && Severity == other.Severity;
    }
}
