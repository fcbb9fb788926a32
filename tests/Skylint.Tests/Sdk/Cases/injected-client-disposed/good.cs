using Amazon.SQS;

namespace Cases.InjectedClientDisposed;

public sealed class Good : IDisposable
{
    private readonly IAmazonSQS _sqs;
    private readonly MemoryStream _buffer = new();

    public Good(IAmazonSQS sqs) => _sqs = sqs;

    public Task Send(string queueUrl, string order) => _sqs.SendMessageAsync(queueUrl, order);

    public void Dispose()
    {
        _buffer.Dispose();
    }
}
