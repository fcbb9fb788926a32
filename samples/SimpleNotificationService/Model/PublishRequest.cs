namespace Amazon.SimpleNotificationService.Model;

/// <summary>A message for a topic.</summary>
public class PublishRequest : Runtime.AmazonWebServiceRequest
{
    public string TopicArn { get; set; } = "";

    public string Message { get; set; } = "";

    public string? Subject { get; set; }

    public Dictionary<string, MessageAttributeValue>? MessageAttributes { get; set; }
}
