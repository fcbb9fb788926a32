using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Cases.EventBusDLQ;

public static class Good
{
    public static void Build(Construct scope)
    {
        var handler = Function.FromFunctionArn(scope, "Handler", "arn:aws:lambda:eu-central-1:111122223333:function:orders");
        new Rule(scope, "Subject", new RuleProps
        {
            Schedule = Schedule.Expression("rate(1 hour)"),
            Targets = new[] { new LambdaFunction(handler, new LambdaFunctionProps { DeadLetterQueue = new Queue(scope, "HandlerUndeliveredEvents", new QueueProps { EnforceSSL = true }) }) },
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnRule(scope, "Subject", new CfnRuleProps
        {
            ScheduleExpression = "rate(1 hour)",
            Targets = new[] { new CfnRule.TargetProperty { Id = "orders", Arn = "arn:aws:lambda:eu-central-1:111122223333:function:orders", DeadLetterConfig = new CfnRule.DeadLetterConfigProperty { Arn = "arn:aws:sqs:eu-central-1:111122223333:undelivered" } } },
        });
    }
}
