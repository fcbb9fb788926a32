using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;

namespace Cases.LambdaSqsPartialBatch;

public sealed class Good
{
    public async Task<SQSBatchResponse> Handle(SQSEvent batch, ILambdaContext context)
    {
        var failures = new List<SQSBatchResponse.BatchItemFailure>();
        foreach (var message in batch.Records)
        {
            try
            {
                await Ship(message.Body);
            }
            catch (Exception)
            {
                failures.Add(new() { ItemIdentifier = message.MessageId });
            }
        }

        return new SQSBatchResponse { BatchItemFailures = failures };
    }

    private static Task Ship(string order) => Task.CompletedTask;
}
