using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Skylint.Observability;

/// <summary>Wires the library into a host.</summary>
public static class ObservabilityExtensions
{
    private const string ConsoleProvider = "Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider";

    /// <summary>
    /// Sets the service name, the sampling and the flush of the process, and writes its logs as JSON. Traces and metrics reach an exporter by
    /// the name of the service: <c>AddSource("orders")</c> and <c>AddMeter("orders")</c>.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the options; null for the defaults.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is below 0 or above 1.</exception>
    public static IServiceCollection AddSkylintObservability(this IServiceCollection services, Action<ObservabilityOptions>? configure = null)
    {
        if (services is null)
            throw new ArgumentNullException(nameof(services));
        var options = new ObservabilityOptions();
        configure?.Invoke(options);
        ObservabilityRuntime.SetService(options.Service);
        ObservabilityRuntime.Sampler = options.SuccessLogRatio is { } ratio ? new LogSampler(ratio) : null;
        ObservabilityRuntime.FlushAction = options.FlushAfterInvocation;
        if (!options.JsonConsole)
            return services;

        // Two writers on one standard output would mix text into the JSON.
        for (var i = services.Count - 1; i >= 0; i--)
        {
            if (services[i].ServiceType == typeof(ILoggerProvider) && !services[i].IsKeyedService && services[i].ImplementationType?.FullName == ConsoleProvider)
                services.RemoveAt(i);
        }

        services.AddSingleton<ILoggerProvider>(new JsonLoggerProvider(options.Output, options.Service, options.SampleAllLogs ? ObservabilityRuntime.Sampler : null));
        return services;
    }

    /// <summary>Writes the process's logs as JSON in the schema of <see cref="JsonLogWriter"/>, without changing anything else.</summary>
    /// <param name="builder">The logging builder.</param>
    /// <returns>The same builder.</returns>
    public static ILoggingBuilder AddSkylintJson(this ILoggingBuilder builder)
    {
        builder.Services.AddSingleton<ILoggerProvider>(new JsonLoggerProvider());
        return builder;
    }
}
