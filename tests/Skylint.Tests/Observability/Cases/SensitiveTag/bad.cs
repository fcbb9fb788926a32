using System.Diagnostics;

namespace Cases.SensitiveTag;

public static class Bad
{
    public static void Register(string customerId, string email)
    {
        Activity.Current?.SetTag("customer.id", customerId);
        Activity.Current?.SetTag("customer.email", email);
    }
}
