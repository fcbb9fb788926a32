namespace Amazon.SimpleNotificationService.Model;

/// <summary>An entry that was not taken.</summary>
public class BatchResultErrorEntry
{
    public string Id { get; set; } = "";

    public string Code { get; set; } = "";

    public string Message { get; set; } = "";
}
