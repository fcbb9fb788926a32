namespace Shop;

public partial class Worker<T>(ILogger<Worker<T>> logger)
    where T : class
{
    [Observed(Kind = ActivityKind.Consumer, Name = "worker.handle")]
    public partial ValueTask<int> HandleAsync([Tag("message.id")] string id, T item, CancellationToken cancellationToken);

    private ValueTask<int> HandleAsyncCore(string id, T item, CancellationToken cancellationToken) => new(id.Length);

    public void Log() => logger.LogInformation("x");
}
