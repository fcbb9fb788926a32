using Amazon.SQS;

namespace Cases.RetryWithoutBackoff;

public static class Bad
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
            }
        }
    }
}
