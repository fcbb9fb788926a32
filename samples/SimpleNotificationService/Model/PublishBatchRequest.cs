namespace Amazon.SimpleNotificationService.Model;

/// <summary>Up to ten messages for a topic.</summary>
public class PublishBatchRequest : Runtime.AmazonWebServiceRequest
{
    public string TopicArn { get; set; } = "";

    public List<PublishBatchRequestEntry> PublishBatchRequestEntries { get; set; } = [];
}
