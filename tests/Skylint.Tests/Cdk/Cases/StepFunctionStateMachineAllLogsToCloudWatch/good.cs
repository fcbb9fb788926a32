using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Cases.StepFunctionStateMachineAllLogsToCloudWatch;

public static class Good
{
    public static void Build(Construct scope)
    {
        new StateMachine(scope, "Subject", new StateMachineProps
        {
            DefinitionBody = DefinitionBody.FromChainable(new Pass(scope, "Start")),
            Logs = new LogOptions { Level = LogLevel.ALL, Destination = new LogGroup(scope, "SubjectLogs", new LogGroupProps { Retention = RetentionDays.THREE_MONTHS }) },
        });
    }
}

public static class GoodL1
{
    public static void Build(Construct scope)
    {
        new CfnStateMachine(scope, "Subject", new CfnStateMachineProps
        {
            RoleArn = "arn:aws:iam::111122223333:role/orders",
            DefinitionString = "{}",
            LoggingConfiguration = new CfnStateMachine.LoggingConfigurationProperty { Level = "ALL" },
        });
    }
}
