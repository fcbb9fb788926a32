using System.Collections.Generic;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IamAccessKeyCreated;

public static class Good
{
    public static void Build(Construct scope)
    {
        var github = new OpenIdConnectProvider(scope, "GitHub", new OpenIdConnectProviderProps
        {
            Url = "https://token.actions.githubusercontent.com",
            ClientIds = ["sts.amazonaws.com"],
        });
        new Role(scope, "Subject", new RoleProps
        {
            AssumedBy = new OpenIdConnectPrincipal(github).WithConditions(new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object>
                {
                    ["token.actions.githubusercontent.com:sub"] = "repo:example/orders:ref:refs/heads/main",
                },
            }),
        });
    }
}
