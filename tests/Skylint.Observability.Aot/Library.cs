// In C# 7.3, for all three frameworks.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Skylint.Observability;

[assembly: Observability(Service = "aot", SuccessLogRatio = 1)]

namespace Skylint.Observability.Aot
{
    public enum Tier
    {
        Free,
        Pro,
    }

    [Observed]
    public interface IOrders : IDisposable
    {
        [LogEvent(1001, "Order {orderId} of {total:0.00} placed by {tier}")]
        Task<int> PlaceAsync([Tag("order.tier", Metric = true)] Tier tier, [Tag("order.id")] string orderId, [Sensitive] string email, decimal total, CancellationToken cancellation = default(CancellationToken));

        ValueTask<int> CountAsync([Tag("channel", Metric = true, Values = new[] { "web", "app" })] string channel);

        IAsyncEnumerable<int> All([Tag("page")] int? page, CancellationToken cancellation);

        T Echo<T>(T value) where T : class;

        int this[int index] { get; set; }

        event EventHandler Changed;
    }
}
