namespace Amazon.SimpleNotificationService.Model;

/// <summary>A value of a message attribute.</summary>
public class MessageAttributeValue
{
    public string DataType { get; set; } = "String";

    public string StringValue { get; set; } = "";
}
