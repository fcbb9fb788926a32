using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace Cases.KmsDeletionWindow;

public static class Good
{
    public static Task Delete(IAmazonKeyManagementService kms, string key) =>
        kms.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key, PendingWindowInDays = 30 });
}
