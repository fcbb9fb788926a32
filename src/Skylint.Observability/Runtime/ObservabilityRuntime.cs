namespace Skylint.Observability;

/// <summary>What holds for the whole process, for code that no container reaches: static methods, wrappers, libraries.</summary>
internal static class ObservabilityRuntime
{
    private static string? s_service;
    private static string? s_declaredService;
    private static bool s_declaredByEntry;

    /// <summary>The sampling that was chosen at start-up; null leaves it to each assembly.</summary>
    public static volatile LogSampler? Sampler;

    /// <summary>What flushes the exporters before a Lambda sandbox freezes.</summary>
    public static volatile Action? FlushAction;

    private static volatile bool s_coldStart = true;

    /// <summary>The name of the service: chosen at start-up, from the environment, declared by an assembly, or the function's name.</summary>
    public static string Service =>
        s_service
        ?? NonEmpty(Environment.GetEnvironmentVariable("OTEL_SERVICE_NAME"))
        ?? s_declaredService
        ?? NonEmpty(Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME"))
        ?? AppDomain.CurrentDomain.FriendlyName;

    public static void SetService(string? service) => s_service = NonEmpty(service);

    public static void DeclareService(string service, bool isEntry)
    {
        if (s_declaredService is not null && (s_declaredByEntry || !isEntry))
            return;
        s_declaredService = service;
        s_declaredByEntry = isEntry;
    }

    /// <summary>True once in the life of the process.</summary>
    public static bool TakeColdStart()
    {
        var cold = s_coldStart;
        s_coldStart = false;
        return cold;
    }

    /// <summary>Never throws: a failing exporter must not fail the invocation.</summary>
    public static void Flush()
    {
        try
        {
            FlushAction?.Invoke();
        }
        catch (Exception)
        {
            // The invocation has succeeded; what could not be exported is lost, as it would be without a flush.
        }
    }

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
