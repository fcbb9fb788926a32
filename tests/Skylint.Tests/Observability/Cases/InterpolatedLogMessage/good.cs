using Microsoft.Extensions.Logging;

namespace Cases.InterpolatedLogMessage;

public static class Good
{
    public static void Placed(ILogger logger, string orderId, decimal total) =>
        logger.LogInformation("Order {OrderId} placed for {Total:0.00}", orderId, total);
}
