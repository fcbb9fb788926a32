using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Cases.StepFunctionStateMachineAllLogsToCloudWatch;

public static class Bad
{
    public static void Build(Construct scope)
    {
        new StateMachine(scope, "Subject", new StateMachineProps
        {
            DefinitionBody = DefinitionBody.FromChainable(new Pass(scope, "Start")),
        });
    }
}

public static class BadL1
{
    public static void Build(Construct scope)
    {
        new CfnStateMachine(scope, "Subject", new CfnStateMachineProps
        {
            RoleArn = "arn:aws:iam::111122223333:role/orders",
            DefinitionString = "{}",
            LoggingConfiguration = new CfnStateMachine.LoggingConfigurationProperty { Level = "ERROR" },
        });
    }
}
