using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace Cases.LogGroupWithoutRetention;

public static class Good
{
    public static async Task Create(IAmazonCloudWatchLogs logs, Dictionary<string, string> tags)
    {
        await logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = "orders", Tags = tags });
        await logs.PutRetentionPolicyAsync(new PutRetentionPolicyRequest { LogGroupName = "orders", RetentionInDays = 30 });
    }
}
