using Amazon.SQS;
using Amazon.SQS.Model;

namespace Cases.FifoWithoutGroup;

public static class Bad
{
    public static Task Send(IAmazonSQS sqs, string customer, string order) => sqs.SendMessageAsync(new SendMessageRequest
    {
        QueueUrl = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders.fifo",
        MessageBody = order,
        MessageDeduplicationId = customer,
    });
}
