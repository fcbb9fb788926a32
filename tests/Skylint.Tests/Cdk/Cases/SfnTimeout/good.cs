using Amazon.CDK;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Cases.SfnTimeout;

public static class Good
{
    public static void Build(Construct scope)
    {
        new StateMachine(scope, "Subject", new StateMachineProps
        {
            DefinitionBody = DefinitionBody.FromChainable(new Wait(scope, "Wait", new WaitProps { Time = WaitTime.SecondsPath("$.seconds") })),
            Timeout = Duration.Hours(1),
        });
    }
}
