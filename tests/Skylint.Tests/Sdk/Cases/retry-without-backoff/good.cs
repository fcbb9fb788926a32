using Amazon.SQS;

namespace Cases.RetryWithoutBackoff;

public static class Good
{
    public static async Task Send(IAmazonSQS sqs, string queueUrl, string order)
    {
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            try
            {
                await sqs.SendMessageAsync(queueUrl, order);
                return;
            }
            catch (AmazonSQSException) when (attempt < 5)
            {
                Console.WriteLine($"Attempt {attempt} failed.");
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(100 << Math.Min(attempt, 7))));
            }
        }
    }
}
