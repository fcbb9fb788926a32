using Amazon.SQS;

namespace Cases.InjectedClientDisposed;

public sealed class Bad(IAmazonSQS sqs) : IDisposable
{
    private readonly MemoryStream _buffer = new();

    public Task Send(string queueUrl, string order) => sqs.SendMessageAsync(queueUrl, order);

    public void Dispose()
    {
        _buffer.Dispose();
        sqs.Dispose();
    }
}
