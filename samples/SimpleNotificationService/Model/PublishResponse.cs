namespace Amazon.SimpleNotificationService.Model;

/// <summary>What SNS answers.</summary>
public class PublishResponse : Runtime.AmazonWebServiceResponse
{
    public string MessageId { get; set; } = "";
}
