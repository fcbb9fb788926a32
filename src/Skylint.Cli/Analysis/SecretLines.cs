using System.Text.RegularExpressions;

namespace Skylint.Cli.Analysis;

/// <summary>
/// Keeps secrets out of reports: of a line on which one was found, no finding shows the source, and what identifies the finding is made from
/// the line without the texts on it.
/// </summary>
internal static partial class SecretLines
{
    private const string Mask = "***";

    public static IEnumerable<Finding> Hide(IReadOnlyCollection<Finding> findings)
    {
        var secret = findings.Where(f => f.Rule.HidesSource)
            .SelectMany(f => Enumerable.Range(f.Span.Start.Line, f.Span.End.Line - f.Span.Start.Line + 1).Select(line => (f.Path, line)))
            .ToHashSet();
        return findings.Select(f => secret.Contains((f.Path, f.Span.Start.Line)) ? f with { SourceLine = Masked(f), HidesSource = true } : f);
    }

    // A line may stand inside of a text that spans several: then the place of the finding is all that is known of the secret.
    private static string Masked(Finding finding)
    {
        var line = finding.SourceLine;
        if (finding.Rule.HidesSource && finding.Span.Start.Character < line.Length)
        {
            var end = finding.Span.End.Line == finding.Span.Start.Line ? Math.Min(finding.Span.End.Character, line.Length) : line.Length;
            var span = line[finding.Span.Start.Character..end];
            line = string.Concat(line.AsSpan(0, finding.Span.Start.Character), Texts().IsMatch(span) ? Texts().Replace(span, Mask) : Mask, line.AsSpan(end));
        }

        return Texts().Replace(line, Mask);
    }

    [GeneratedRegex("""\"(?:[^"\\]|\\.)*\"?|'(?:[^'\\]|\\.)*'|(?<=>)[^<>]+(?=<)""")]
    private static partial Regex Texts();
}
