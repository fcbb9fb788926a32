using Amazon.CDK.AWS.Events;
using Constructs;

namespace Cases.EventBusOpenAccess;

public static class Good
{
    public static void Build(Construct scope)
    {
        new CfnEventBusPolicy(scope, "Subject", new CfnEventBusPolicyProps
        {
            StatementId = "partners",
            EventBusName = "orders",
            Action = "events:PutEvents",
            Principal = "*",
            Condition = new CfnEventBusPolicy.ConditionProperty { Key = "aws:PrincipalOrgID", Type = "StringEquals", Value = "o-a1b2c3d4e5" },
        });
    }
}
