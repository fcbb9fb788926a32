using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace Cases.BatchPartialFailureIgnored;

public static class Good
{
    public static async Task Announce(IAmazonEventBridge events, List<PutEventsRequestEntry> entries)
    {
        var response = await events.PutEventsAsync(new PutEventsRequest { Entries = entries });
        if (response.FailedEntryCount > 0)
            throw new InvalidOperationException($"PutEvents: {response.FailedEntryCount} failed.");
    }
}
