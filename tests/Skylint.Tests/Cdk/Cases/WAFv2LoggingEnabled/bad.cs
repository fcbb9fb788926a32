using Amazon.CDK.AWS.WAFv2;
using Constructs;

namespace Cases.WAFv2LoggingEnabled;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnWebACL(scope, "Subject", new CfnWebACLProps
        {
            Scope = "REGIONAL",
            DefaultAction = new CfnWebACL.DefaultActionProperty { Allow = new CfnWebACL.AllowActionProperty() },
            VisibilityConfig = new CfnWebACL.VisibilityConfigProperty { CloudWatchMetricsEnabled = true, MetricName = "orders", SampledRequestsEnabled = true },
        });
    }
}
