using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Skylint.Configuration;

namespace Skylint.Cdk.Model;

/// <summary>The feature flags that <c>cdk.json</c> sets in its <c>context</c>. They change what an unset property means.</summary>
internal sealed class FeatureFlags
{
    private readonly Dictionary<string, object?>? _context;

    private FeatureFlags(Dictionary<string, object?>? context) => _context = context;

    /// <summary>Reads the first <c>cdk.json</c> among the additional files. Without one every flag is unknown.</summary>
    public static FeatureFlags Read(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (!string.Equals(Path.GetFileName(file.Path), "cdk.json", StringComparison.OrdinalIgnoreCase))
                continue;
            if (file.GetText(cancellationToken)?.ToString() is { } text && Json.TryParse(text, out var root) && root is Dictionary<string, object?> members)
                return new FeatureFlags(members.TryGetValue("context", out var context) ? context as Dictionary<string, object?> ?? [] : []);
        }

        return new FeatureFlags(null);
    }

    /// <summary>Whether the flag is on; null when there is no <c>cdk.json</c> to tell.</summary>
    public bool? IsOn(string flag) => _context is null ? null : _context.TryGetValue(flag, out var value) && value is true or "true";
}
