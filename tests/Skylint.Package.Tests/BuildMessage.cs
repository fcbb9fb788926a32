using System.Globalization;
using System.Text.RegularExpressions;

namespace Skylint.Package.Tests;

/// <summary>A warning or an error as a build prints it.</summary>
/// <param name="File">The file's name without its folder.</param>
/// <param name="Project">The name of the project that was built.</param>
internal sealed partial record BuildMessage(string File, int Line, string Level, string Id, string Text, string Project)
{
    public static IReadOnlyList<BuildMessage> Parse(string output) =>
        [.. Format().Matches(output).Select(match => new BuildMessage(
            Path.GetFileName(match.Groups["file"].Value),
            match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) : 0,
            match.Groups["level"].Value,
            match.Groups["id"].Value,
            match.Groups["text"].Value,
            Path.GetFileNameWithoutExtension(match.Groups["project"].Value))).Distinct()];

    [GeneratedRegex(@"^\s*(?<file>[^\n]+?)(\((?<line>\d+),\d+\))?\s*: (?<level>warning|error) (?<id>\w+): (?<text>.*?) \[(?<project>[^\]\n]+)\]\s*$", RegexOptions.Multiline)]
    private static partial Regex Format();
}
