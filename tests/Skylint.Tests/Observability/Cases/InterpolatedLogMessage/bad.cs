using Microsoft.Extensions.Logging;

namespace Cases.InterpolatedLogMessage;

public static class Bad
{
    public static void Placed(ILogger logger, string orderId, decimal total) =>
        logger.LogInformation($"Order {orderId} placed for {total:0.00}");
}
