using System.Diagnostics;
using System.Runtime.CompilerServices;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Microsoft.Extensions.Logging;

[assembly: Skylint.Observability.Observability(Service = "orders")]

namespace Skylint.Observability.Tests.EndToEnd;

public sealed record Order(string Id);

public enum Tier
{
    Free,
    Pro,
}

/// <summary>The service that the end-to-end tests observe. The generated decorator is what they really call.</summary>
[Observed]
public interface IOrderService
{
    [LogEvent(1001, "Order {orderId} placed for {total:0.00}")]
    Task<Order> PlaceAsync([Tag("order.tier", Values = ["free", "pro"], Metric = true)] string tier, [Tag("order.id")] string orderId, [Sensitive] string email, decimal total, CancellationToken ct);

    Task RunAsync(Func<Task> body, CancellationToken ct = default);

    Task ForeverAsync(Func<Task> body);

    ValueTask ValueAsync(Func<ValueTask> body);

    ValueTask<int> ValueOfAsync([Tag("n")] int n, Func<ValueTask<int>> body);

    Task<int> TaskOfAsync(Func<Task<int>> body);

    int Sync([Tag("tier", Metric = true)] Tier tier, Func<int> body);

    void Nothing(Action body);

    IAsyncEnumerable<int> StreamAsync([Tag("count")] int count, Action<int> onEach, CancellationToken ct = default);

    [NotObserved]
    int Ping();

    string Name { get; set; }

    event EventHandler? Changed;
}

public sealed class OrderService : IOrderService
{
    public string Name { get; set; } = "inner";

    public event EventHandler? Changed;

    public async Task<Order> PlaceAsync(string tier, string orderId, string email, decimal total, CancellationToken ct)
    {
        await Task.Yield();
        return new Order(orderId);
    }

    public Task RunAsync(Func<Task> body, CancellationToken ct) => body();

    public Task ForeverAsync(Func<Task> body) => body();

    public ValueTask ValueAsync(Func<ValueTask> body) => body();

    public ValueTask<int> ValueOfAsync(int n, Func<ValueTask<int>> body) => body();

    public Task<int> TaskOfAsync(Func<Task<int>> body) => body();

    public int Sync(Tier tier, Func<int> body) => body();

    public void Nothing(Action body) => body();

    public async IAsyncEnumerable<int> StreamAsync(int count, Action<int> onEach, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var i = 0; i < count; i++)
        {
            ct.ThrowIfCancellationRequested();
            onEach(i);
            if (i % 2 == 1)
                await Task.Yield();
            yield return i;
        }
    }

    public int Ping()
    {
        Changed?.Invoke(this, EventArgs.Empty);
        return 1;
    }
}

/// <summary>Partial methods: the split that reaches self-calls and statics.</summary>
public partial class Worker(ILogger logger)
{
    private readonly ILogger _logger = logger;

    [Observed(Name = "worker.handle", Kind = ActivityKind.Consumer)]
    public partial Task<int> HandleAsync([Tag("message.id")] string id, CancellationToken ct);

    private async Task<int> HandleAsyncCore(string id, CancellationToken ct)
    {
        await Task.Yield();
        if (id == "poison")
            await NestedAsync();
        return id.Length;
    }

    [Observed]
    public partial Task NestedAsync();

    private async Task NestedAsyncCore()
    {
        await Task.Yield();
        throw new InvalidOperationException("poison");
    }
}

/// <summary>Lambda handlers.</summary>
public partial class Function(ILogger log)
{
    public Activity? Seen { get; private set; }

    [ObservedLambda]
    public partial Task<SQSBatchResponse> HandleQueue(SQSEvent input, ILambdaContext context);

    private async Task<SQSBatchResponse> HandleQueueCore(SQSEvent input, ILambdaContext context)
    {
        Seen = Activity.Current;
        await Task.Yield();
        return new SQSBatchResponse();
    }

    [ObservedLambda(Name = "api")]
    public partial string HandleHttp(APIGatewayProxyRequest request, ILambdaContext context);

    private string HandleHttpCore(APIGatewayProxyRequest request, ILambdaContext context)
    {
        log.LogInformation("inside");
        Seen = Activity.Current;
        return "ok";
    }

    [ObservedLambda]
    public partial Task HandleDirect(string input, ILambdaContext context);

    private Task HandleDirectCore(string input, ILambdaContext context)
    {
        Seen = Activity.Current;
        return input == "fail" ? Task.FromException(new InvalidOperationException("no")) : Task.CompletedTask;
    }
}
