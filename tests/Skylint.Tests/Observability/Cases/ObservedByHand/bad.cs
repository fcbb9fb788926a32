using System.Diagnostics;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace Cases.ObservedByHand;

public sealed class Bad(ILogger<Bad> logger)
{
    public async Task PlaceAsync(string orderId)
    {
        var stopwatch = Stopwatch.StartNew();
        try
        {
            await SaveAsync(orderId);
            logger.LogInformation("Order {OrderId} placed in {Elapsed} ms", orderId, stopwatch.ElapsedMilliseconds);
        }
        catch
        {
            logger.LogError("Order {OrderId} failed after {Elapsed} ms", orderId, stopwatch.ElapsedMilliseconds);
            throw;
        }
    }

    private static Task SaveAsync(string orderId) => Task.Delay(orderId.Length);
}
