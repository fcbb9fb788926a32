using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace Cases.BatchPartialFailureIgnored;

public static class Bad
{
    public static async Task Announce(IAmazonEventBridge events, List<PutEventsRequestEntry> entries)
    {
        await events.PutEventsAsync(new PutEventsRequest { Entries = entries });
    }
}
