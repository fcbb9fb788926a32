using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace Cases.PutlogeventsSequenceToken;

public static class Bad
{
    public static Task Send(IAmazonCloudWatchLogs logs, List<InputLogEvent> events, string token) => logs.PutLogEventsAsync(new PutLogEventsRequest
    {
        LogGroupName = "orders",
        LogStreamName = "api",
        LogEvents = events,
        SequenceToken = token,
    });
}
