using System.Collections.Generic;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.IamOidcWithoutSubject;

public static class Good
{
    public static void Build(Construct scope)
    {
        var provider = OpenIdConnectProvider.FromOpenIdConnectProviderArn(scope, "GitHub", "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com");
        new Role(scope, "Subject", new RoleProps
        {
            AssumedBy = new WebIdentityPrincipal(provider.OpenIdConnectProviderArn, new Dictionary<string, object>
            {
                ["StringLike"] = new Dictionary<string, object> { ["token.actions.githubusercontent.com:sub"] = "repo:example/orders:ref:refs/heads/main" },
            }),
        });
    }
}
