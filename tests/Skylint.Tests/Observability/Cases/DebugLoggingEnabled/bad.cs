using Microsoft.Extensions.Logging;

namespace Cases.DebugLoggingEnabled;

public static class Bad
{
    public static void Configure(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Debug);
    }
}
