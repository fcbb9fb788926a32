namespace Amazon.SimpleNotificationService.Model;

/// <summary>What SNS answers to a batch: some entries may have failed.</summary>
public class PublishBatchResponse : Runtime.AmazonWebServiceResponse
{
    public List<PublishBatchResultEntry> Successful { get; set; } = [];

    public List<BatchResultErrorEntry> Failed { get; set; } = [];
}
