using Microsoft.CodeAnalysis.Text;
using Skylint.Cli.Output;

namespace Skylint.Cli.Tests;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Near_changes_share_a_hunk_and_far_ones_do_not()
    {
        var before = Enumerable.Range(1, 30).Select(i => $"line {i}").ToArray();
        var after = before.ToArray();
        after[4] = "changed 5";
        after[9] = "changed 10";
        after[24] = "changed 25";
        Assert.Equal(
            ["@@ -2,12 +2,12 @@", "@@ -22,7 +22,7 @@"],
            Diff(Text(before), Text(after)).Split('\n').Where(l => l.StartsWith('@')));
    }

    [Theory]
    [InlineData("", "a\n", "@@ -0,0 +1 @@\n+a\n")]
    [InlineData("a\n", "", "@@ -1 +0,0 @@\n-a\n")]
    [InlineData("a\nb", "a\nc", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n")]
    [InlineData("a\r\nb\r\n", "a\r\nx\r\nb\r\n", "@@ -1,2 +1,3 @@\n a\r\n+x\r\n b\r\n")]
    public void Special_ends_are_written_as_patch_reads_them(string before, string after, string hunk) =>
        Assert.Equal($"--- a/f.cs\n+++ b/f.cs\n{hunk}", Diff(before, after));

    [Fact]
    public void Every_difference_can_be_applied()
    {
        var random = new Random(7);
        for (var run = 0; run < 300; run++)
        {
            var before = Enumerable.Range(0, random.Next(0, 25)).Select(_ => $"{random.Next(4)}").ToArray();
            var after = before.SelectMany(l => random.Next(5) switch { 0 => [], 1 => [$"{random.Next(4)}"], 2 => [l, "new"], _ => new[] { l } }).ToArray();
            if (!before.SequenceEqual(after))
                Assert.Equal(after, Apply(before, Diff(Text(before), Text(after))));
        }
    }

    private static string[] Apply(string[] lines, string diff)
    {
        var result = new List<string>();
        var at = 0;
        foreach (var line in diff.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2))
        {
            if (line.StartsWith('@'))
            {
                var range = line.Split(' ')[1].TrimStart('-').Split(',');
                var start = int.Parse(range[0]) - (range is [_, "0"] ? 0 : 1);
                result.AddRange(lines[at..start]);
                at = start;
            }
            else if (line[0] == '+')
            {
                result.Add(line[1..]);
            }
            else
            {
                Assert.Equal(lines[at], line[1..]);
                if (line[0] == ' ')
                    result.Add(lines[at]);
                at++;
            }
        }

        result.AddRange(lines[at..]);
        return [.. result];
    }

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    private static string Diff(string before, string after)
    {
        using var output = new StringWriter();
        UnifiedDiff.Write(output, "f.cs", SourceText.From(before), SourceText.From(after));
        return output.ToString();
    }
}
