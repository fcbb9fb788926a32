namespace Skylint.Observability.Generator;

/// <summary>Metadata names that the generator looks for, and names that it writes.</summary>
internal static class Names
{
    public const string Observed = "Skylint.Observability.ObservedAttribute";
    public const string NotObserved = "Skylint.Observability.NotObservedAttribute";
    public const string ObservedLambda = "Skylint.Observability.ObservedLambdaAttribute";
    public const string LogEvent = "Skylint.Observability.LogEventAttribute";
    public const string Tag = "Skylint.Observability.TagAttribute";
    public const string Sensitive = "Skylint.Observability.SensitiveAttribute";
    public const string Observability = "Skylint.Observability.ObservabilityAttribute";

    public const string Library = "global::Skylint.Observability.";
    public const string GeneratedNamespace = "Skylint.Observability.Generated";
    public const string Logger = "global::Microsoft.Extensions.Logging.ILogger";
    public const string LoggerMetadata = "Microsoft.Extensions.Logging.ILogger";
    public const string NestedClass = "SkylintObserved";

    /// <summary>The class that holds an assembly's sources. Its name contains the assembly's, because friend assemblies see each other's internal types.</summary>
    public static string TelemetryClass(string assemblyName) => "Telemetry_" + Identifier(assemblyName);

    /// <summary>The text with everything replaced that an identifier may not contain.</summary>
    public static string Identifier(string text)
    {
        var chars = text.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
        {
            if (!char.IsLetterOrDigit(chars[i]))
                chars[i] = '_';
        }

        return new string(chars);
    }
}
