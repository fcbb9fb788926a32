using Amazon.CDK.AWS.WAFv2;
using Constructs;

namespace Cases.WAFv2LoggingEnabled;

public static class Good
{
    public static void Build(Construct scope)
    {
        var acl = new CfnWebACL(scope, "Subject", new CfnWebACLProps
        {
            Scope = "REGIONAL",
            DefaultAction = new CfnWebACL.DefaultActionProperty { Allow = new CfnWebACL.AllowActionProperty() },
            VisibilityConfig = new CfnWebACL.VisibilityConfigProperty { CloudWatchMetricsEnabled = true, MetricName = "orders", SampledRequestsEnabled = true },
        });
        new CfnLoggingConfiguration(scope, "Log", new CfnLoggingConfigurationProps
        {
            ResourceArn = acl.AttrArn,
            LogDestinationConfigs = new[] { "arn:aws:logs:eu-central-1:111122223333:log-group:aws-waf-logs-orders" },
        });
    }
}
