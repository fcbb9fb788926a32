using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Cases.EventBusDLQ;

public static class Bad
{
    public static void Build(Construct scope)
    {
        var handler = Function.FromFunctionArn(scope, "Handler", "arn:aws:lambda:eu-central-1:111122223333:function:orders");
        new Rule(scope, "Subject", new RuleProps
        {
            Schedule = Schedule.Expression("rate(1 hour)"),
            Targets = new[] { new LambdaFunction(handler) },
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnRule(scope, "Subject", new CfnRuleProps
        {
            ScheduleExpression = "rate(1 hour)",
            Targets = new[] { new CfnRule.TargetProperty { Id = "orders", Arn = "arn:aws:lambda:eu-central-1:111122223333:function:orders" } },
        });
    }
}
