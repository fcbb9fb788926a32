using System.Collections.Generic;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.OpenSearchService;
using Constructs;

namespace Cases.OpenSearchAllowlistedIPs;

public static class Good
{
    public static void Build(Construct scope)
    {
        new Domain(scope, "Subject", new DomainProps
        {
            Version = EngineVersion.OPENSEARCH_2_11,
            EnforceHttps = true,
            AccessPolicies = new[]
            {
                new PolicyStatement(new PolicyStatementProps
                {
                    Actions = new[] { "es:ESHttp*" },
                    Resources = new[] { "*" },
                    Principals = new IPrincipal[] { new ArnPrincipal("arn:aws:iam::111122223333:role/search") },
                    Conditions = new Dictionary<string, object>
                    {
                        ["IpAddress"] = new Dictionary<string, object> { ["aws:sourceIp"] = new[] { "203.0.113.0/24" } },
                    },
                }),
            },
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnDomain(scope, "Subject", new CfnDomainProps
        {
            EngineVersion = "OpenSearch_2.11",
            AccessPolicies = new Dictionary<string, object>
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new[]
                {
                    new Dictionary<string, object>
                    {
                        ["Effect"] = "Allow",
                        ["Principal"] = new Dictionary<string, object> { ["AWS"] = "arn:aws:iam::111122223333:role/search" },
                        ["Action"] = "es:ESHttp*",
                        ["Resource"] = "*",
                        ["Condition"] = new Dictionary<string, object>
                        {
                            ["IpAddress"] = new Dictionary<string, object> { ["aws:sourceIp"] = new[] { "203.0.113.0/24" } },
                        },
                    },
                },
            },
        });
    }
}
