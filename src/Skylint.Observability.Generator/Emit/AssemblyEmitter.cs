using System.Globalization;

namespace Skylint.Observability.Generator;

/// <summary>Writes what an assembly has once: its sources, and the adapters to libraries that it references.</summary>
internal static class AssemblyEmitter
{
    public static string Telemetry(SettingsModel settings, CompilationModel compilation)
    {
        var writer = CodeWriter.File(compilation);
        var name = settings.Service ?? compilation.AssemblyName;
        writer.Open("namespace " + Names.GeneratedNamespace);
        writer.Line("/// <summary>The activity source and the meter of this assembly.</summary>");
        writer.Open($"internal static class {Names.TelemetryClass(compilation.AssemblyName)}");
        writer.Line($"internal static readonly {Names.Library}TelemetrySource Source = new {Names.Library}TelemetrySource({TypeText.Literal(name)}, null, {Ratio(settings).ToString("R", CultureInfo.InvariantCulture)});");
        writer.Line("private static readonly global::System.Diagnostics.ActivitySource s_activities = Source.Activities;");
        writer.Line("private static readonly global::System.Diagnostics.Metrics.Histogram<double> s_duration = Source.OperationDuration;").Line();
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        writer.Open($"internal static bool IsOff({Names.Logger}{(compilation.LanguageVersion >= 800 ? "?" : "")} logger)").Line($"return {Names.Library}Operation.IsOff(s_activities, s_duration, logger);").Close();
        if (settings.Service is not null && (compilation.Facts & Facts.ModuleInitializer) != 0 && compilation.LanguageVersion >= 900)
        {
            writer.Line();
            writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
            writer.Line("[global::System.Diagnostics.CodeAnalysis.SuppressMessage(\"Usage\", \"CA2255\", Justification = \"Log records carry the service's name from the first one on.\")]");
            writer.Line($"internal static void Declare() => {Names.Library}ObservabilityDefaults.DeclareService({TypeText.Literal(settings.Service)}, {((compilation.Facts & Facts.Program) != 0 ? "true" : "false")});");
        }

        return writer.Close().Close().ToString();
    }

    public static string OpenTelemetry(CompilationModel compilation)
    {
        var writer = CodeWriter.File(compilation);
        var source = CallEmitter.Source(compilation);
        writer.Open("namespace Skylint.Observability");
        writer.Line("/// <summary>Subscribes OpenTelemetry to this assembly.</summary>");
        writer.Open("internal static class SkylintInstrumentation");
        foreach (var (space, builder, add, what) in new[] { ("Trace", "TracerProviderBuilder", "AddSource", "spans"), ("Metrics", "MeterProviderBuilder", "AddMeter", "metrics") })
        {
            var type = $"global::OpenTelemetry.{space}.{builder}";
            writer.Line($"/// <summary>Collects the {what} of the observed operations of this assembly.</summary>");
            writer.Open($"public static {type} AddSkylintInstrumentation(this {type} builder)").Line($"return builder.{add}({source}.Name);").Close();
        }

        return writer.Close().Close().ToString();
    }

    public static string ConsoleFormatter(CompilationModel compilation)
    {
        var writer = CodeWriter.File(compilation);
        var q = compilation.LanguageVersion >= 800 ? "?" : "";
        writer.Block($$"""
            namespace Skylint.Observability
            {
                /// <summary>Lets the console logger write the schema of <see cref="global::Skylint.Observability.JsonLogWriter"/>.</summary>
                internal sealed class SkylintConsoleFormatter : global::Microsoft.Extensions.Logging.Console.ConsoleFormatter
                {
                    /// <summary>The name to select the formatter by.</summary>
                    public const string FormatterName = "skylint-json";

                    public SkylintConsoleFormatter()
                        : base(FormatterName)
                    {
                    }

                    public override void Write<TState>(in global::Microsoft.Extensions.Logging.Abstractions.LogEntry<TState> logEntry, global::Microsoft.Extensions.Logging.IExternalScopeProvider{{q}} scopeProvider, global::System.IO.TextWriter textWriter)
                    {
                        global::Skylint.Observability.JsonLogWriter.Write(logEntry, scopeProvider, textWriter);
                    }
                }

                /// <summary>Registers the formatter.</summary>
                internal static class SkylintConsoleFormatterExtensions
                {
                    /// <summary>Makes the console logger write the schema of <see cref="global::Skylint.Observability.JsonLogWriter"/>.</summary>
                    public static global::Microsoft.Extensions.Logging.ILoggingBuilder AddSkylintConsoleFormatter(this global::Microsoft.Extensions.Logging.ILoggingBuilder builder)
                    {
                        global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<global::Microsoft.Extensions.Logging.Console.ConsoleFormatter>(builder.Services, new SkylintConsoleFormatter());
                        return global::Microsoft.Extensions.Logging.ConsoleLoggerExtensions.AddConsole(builder, options => options.FormatterName = SkylintConsoleFormatter.FormatterName);
                    }
                }
            }
            """);
        return writer.ToString();
    }

    // An impossible ratio is reported by the analyzer; until it is mended, everything is logged.
    private static double Ratio(SettingsModel settings) => settings.SuccessLogRatio is >= 0 and <= 1 ? settings.SuccessLogRatio : 1;
}
