using Amazon.CDK.AWS.Events;
using Constructs;

namespace Cases.EventBusOpenAccess;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new CfnEventBusPolicy(scope, "Subject", new CfnEventBusPolicyProps
        {
            StatementId = "partners",
            EventBusName = "orders",
            Action = "events:PutEvents",
            Principal = "*",
        });
    }
}
