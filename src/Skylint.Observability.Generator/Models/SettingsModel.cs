namespace Skylint.Observability.Generator;

/// <summary>What the assembly's <c>[Observability]</c> says.</summary>
/// <param name="Service">The name of the service; null when it does not say.</param>
/// <param name="SuccessLogRatio">The share of traces that are logged.</param>
internal sealed record SettingsModel(string? Service, double SuccessLogRatio)
{
    public static readonly SettingsModel Default = new(null, 1);
}
