using Microsoft.Extensions.Logging;

namespace Skylint.Observability.Aot;

/// <summary>The part that needs a newer C#.</summary>
public sealed partial class Worker(ILogger<Worker> logger)
{
    [Observed(Kind = System.Diagnostics.ActivityKind.Consumer)]
    public partial Task<string?> HandleAsync([Tag("message.id")] string id, CancellationToken cancellation);

    private async Task<string?> HandleAsyncCore(string id, CancellationToken cancellation)
    {
        await Task.Yield();
        logger.LogInformation("Handling {Id}", id);
        return id == "bad" ? throw new InvalidOperationException("bad") : id;
    }
}

public sealed class Orders : IOrders
{
    private readonly int[] _values = new int[3];

    public event EventHandler? Changed;

    public int this[int index]
    {
        get => _values[index];
        set
        {
            _values[index] = value;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    public async Task<int> PlaceAsync(Tier tier, string orderId, string email, decimal total, CancellationToken cancellation)
    {
        await Task.Yield();
        return orderId.Length;
    }

    public ValueTask<int> CountAsync(string channel) => new(3);

    public async IAsyncEnumerable<int> All(int? page, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        yield return page ?? 0;
    }

    public T Echo<T>(T value)
        where T : class => value;

    public void Dispose()
    {
    }
}
