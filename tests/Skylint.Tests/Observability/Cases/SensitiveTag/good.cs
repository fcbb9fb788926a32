using System.Diagnostics;

namespace Cases.SensitiveTag;

public static class Good
{
    public static void Register(string customerId, string email)
    {
        Activity.Current?.SetTag("customer.id", customerId);
    }
}
