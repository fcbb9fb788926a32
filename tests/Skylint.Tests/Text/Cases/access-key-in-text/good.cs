using System;
using System.Collections.Generic;

namespace Cases.AccessKeyInText;

public static class Good
{
    public static Dictionary<string, string?> Settings() => new()
    {
        ["AWS_PROFILE"] = Environment.GetEnvironmentVariable("AWS_PROFILE"),
    };
}
