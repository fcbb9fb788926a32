using System.Security.Cryptography;
using System.Text;

namespace Skylint.Cli.Analysis;

/// <summary>
/// What tells a finding from all others and stays the same when lines above it come and go: the rule, the file, the text of the line without its
/// indentation, the construct, and which of several equal ones it is.
/// </summary>
internal static class Fingerprint
{
    /// <summary>The fingerprints of the findings, in the order of the findings. Paths count from <paramref name="root"/>.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Finding> findings, string root)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. findings.Select(finding =>
        {
            var line = string.Join(' ', finding.SourceLine.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var content = string.Join('\n', finding.Rule.Id, Paths.Relative(root, finding.Path), line, finding.ConstructId);
            var occurrence = seen[content] = seen.GetValueOrDefault(content) + 1;
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(content));
            return $"{Convert.ToHexString(hash, 0, 8).ToLowerInvariant()}:{occurrence}";
        })];
    }
}
