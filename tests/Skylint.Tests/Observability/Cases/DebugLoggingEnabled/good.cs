using Microsoft.Extensions.Logging;

namespace Cases.DebugLoggingEnabled;

public static class Good
{
    public static void Configure(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Information);
    }
}
