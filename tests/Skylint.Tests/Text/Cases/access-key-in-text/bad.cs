using System.Collections.Generic;

namespace Cases.AccessKeyInText;

public static class Bad
{
    public static Dictionary<string, string> Settings() => new()
    {
        ["AWS_ACCESS_KEY_ID"] = "AKI" + "AQ7ZT4MX2WLB6PNVC",
    };
}
