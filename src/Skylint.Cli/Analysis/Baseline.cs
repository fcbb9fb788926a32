using System.Text.Json;
using Skylint.Cli.Commands;
using Skylint.Cli.Output;

namespace Skylint.Cli.Analysis;

/// <summary>
/// The findings that were there when somebody decided to look at new ones only. The file is meant to be kept with the code: one entry a finding, in a
/// fixed order, without line numbers, so that it changes only when findings come or go. Paths count from the file's folder.
/// </summary>
internal sealed class Baseline
{
    /// <summary>The name of the file when no other is given.</summary>
    public const string DefaultName = "skylint.baseline.json";

    private const int Version = 1;

    private readonly HashSet<string> _fingerprints;
    private readonly string _folder;

    private Baseline(string folder, IEnumerable<string> fingerprints)
    {
        _folder = folder;
        _fingerprints = fingerprints.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Reads the file.</summary>
    /// <param name="path">The absolute path of the file.</param>
    /// <param name="shown">The path as the person typed it.</param>
    /// <exception cref="CommandException">There is no such file, or it is not one that this version can read.</exception>
    public static Baseline Read(string path, string shown)
    {
        var again = $"'skylint baseline --output {shown}' writes it anew";
        if (!File.Exists(path))
            throw new CommandException($"There is no baseline file '{shown}'; 'skylint baseline --output {shown}' writes one.");
        try
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out var version) || !version.TryGetInt32(out var number) || !root.TryGetProperty("findings", out var findings) || findings.ValueKind != JsonValueKind.Array)
                throw new CommandException($"'{shown}' is not a baseline file of Skylint; give another file, or {again}.");
            if (number != Version)
                throw new CommandException($"The baseline file '{shown}' has version {number}, and this version of skylint reads version {Version}; update the tool, or {again}.");
            return new Baseline(Path.GetDirectoryName(path)!, findings.EnumerateArray().Select(f => FingerprintOf(f)
                ?? throw new CommandException($"An entry of the baseline file '{shown}' has no fingerprint; restore the file from version control, or {again}.")));
        }
        catch (JsonException e)
        {
            throw new CommandException($"The baseline file '{shown}' cannot be read, line {e.LineNumber + 1} is not valid JSON; restore the file from version control (or resolve its conflict), or {again}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The baseline file '{shown}' cannot be read: {e.Message}");
        }
    }

    /// <summary>Writes a file with the findings.</summary>
    public static void Write(IReadOnlyList<Finding> findings, string folder, TextWriter output) => JsonText.Write(output, new
    {
        Version,
        Findings = findings.Zip(Fingerprint.Of(findings, folder), (finding, fingerprint) => new
        {
            Rule = finding.Rule.Id,
            finding.Rule.Key,
            Path = Paths.Relative(folder, finding.Path),
            finding.ConstructId,
            Fingerprint = fingerprint,
        }),
    });

    /// <summary>The findings that are not in the file, and what became of those that are.</summary>
    public (IReadOnlyList<Finding> New, BaselineUse Use) Apply(IReadOnlyList<Finding> findings)
    {
        var prints = Fingerprint.Of(findings, _folder);
        var known = prints.Where(_fingerprints.Contains).ToHashSet(StringComparer.Ordinal);
        return ([.. findings.Where((_, i) => !known.Contains(prints[i]))], new BaselineUse(known.Count, _fingerprints.Count - known.Count));
    }

    private static string? FingerprintOf(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("fingerprint", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
