namespace Amazon.SimpleNotificationService.Model;

/// <summary>A message of a batch.</summary>
public class PublishBatchRequestEntry
{
    public string Id { get; set; } = "";

    public string Message { get; set; } = "";

    public Dictionary<string, MessageAttributeValue>? MessageAttributes { get; set; }
}
