using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace Cases.LogGroupWithoutRetention;

public static class Bad
{
    public static Task Create(IAmazonCloudWatchLogs logs, Dictionary<string, string> tags) => logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = "orders", Tags = tags });
}
