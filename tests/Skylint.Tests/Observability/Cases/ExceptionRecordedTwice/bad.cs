using System;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Cases.ExceptionRecordedTwice;

public static class Bad
{
    public static void Run(Action work, ILogger logger)
    {
        try
        {
            work();
        }
        catch (Exception exception)
        {
            Activity.Current?.SetStatus(ActivityStatusCode.Error);
            Activity.Current?.AddException(exception);
            logger.LogError(exception, "The work failed");
            throw;
        }
    }
}
