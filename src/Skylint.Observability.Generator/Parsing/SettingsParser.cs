using Microsoft.CodeAnalysis;

namespace Skylint.Observability.Generator;

/// <summary>Reads the assembly's <c>[Observability]</c>.</summary>
internal static class SettingsParser
{
    public static SettingsModel Parse(AttributeData attribute) =>
        new(attribute.String("Service") is { Length: > 0 } service ? service : null, attribute.Double("SuccessLogRatio") ?? 1);
}
