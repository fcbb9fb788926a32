using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;

namespace Cases.LambdaSqsPartialBatch;

public sealed class Bad
{
    public async Task Handle(SQSEvent batch, ILambdaContext context)
    {
        foreach (var message in batch.Records)
        {
            await Ship(message.Body);
        }
    }

    private static Task Ship(string order) => Task.CompletedTask;
}
