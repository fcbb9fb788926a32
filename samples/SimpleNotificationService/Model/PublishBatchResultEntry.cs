namespace Amazon.SimpleNotificationService.Model;

/// <summary>An entry that was taken.</summary>
public class PublishBatchResultEntry
{
    public string Id { get; set; } = "";

    public string MessageId { get; set; } = "";
}
