using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about AWS Step Functions.</summary>
internal static class StepFunctions
{
    private const string StateMachine = "Amazon.CDK.AWS.StepFunctions.StateMachine";
    private const string CfnStateMachine = "Amazon.CDK.AWS.StepFunctions.CfnStateMachine";
    private const string AllEvents = "Amazon.CDK.AWS.StepFunctions.LogLevel.ALL";

    public static readonly ConstructRule Logging = new()
    {
        Id = "SKY1091",
        Key = "StepFunctionStateMachineAllLogsToCloudWatch",
        Title = "State machine does not log all its events",
        Message = "{0} does not log all its events; set Logs with Level = LogLevel.ALL",
        Why = "The console forgets an execution after 90 days, and an express workflow leaves nothing at all. The log is what remains to explain how it took the path that it took.",
        Category = Category.Operations,
        Level = Level.Off,
        References = new References { CdkNag = ["AwsSolutions-SF1"], SecurityHub = ["StepFunctions.1"], Trivy = ["AWS-0119"], Sonar = ["S6258"], Cwe = ["CWE-778"] },
        CfnProperties = ["LoggingConfiguration"],
        Targets =
        [
            Target.Of(
                StateMachine,
                Prop("Logs").IsSet(),
                Fix.Set(
                    "Logs",
                    "new Amazon.CDK.AWS.StepFunctions.LogOptions { Level = " + AllEvents + ", Destination = new Amazon.CDK.AWS.Logs.LogGroup({scope}, \"{id}Logs\", new Amazon.CDK.AWS.Logs.LogGroupProps { Retention = Amazon.CDK.AWS.Logs.RetentionDays.THREE_MONTHS }) }",
                    "Log all events, for three months")),
            Target.Of(StateMachine, When(Prop("Logs").IsSet(), Prop("Logs.Level").Is("ALL")), Fix.Set("Logs.Level", AllEvents)),
            Target.Of(CfnStateMachine, Prop("LoggingConfiguration.Level").Is("ALL"), Fix.Set("Level", "\"ALL\"")),
        ],
    };

    public static readonly ConstructRule Tracing = new()
    {
        Id = "SKY1092",
        Key = "StepFunctionStateMachineXray",
        Title = "State machine is not traced",
        Message = "{0} is not traced; set TracingEnabled = true",
        Why = "A workflow calls many services. A trace shows where the time went and which call failed, across all of them.",
        Category = Category.Operations,
        Level = Level.Info,
        References = new References { CdkNag = ["AwsSolutions-SF2", "Serverless-StepFunctionStateMachineXray"], Trivy = ["AWS-0117"] },
        CfnProperties = ["TracingConfiguration"],
        Targets =
        [
            Target.Of(StateMachine, Prop("TracingEnabled").IsTrue(), Fix.Set("TracingEnabled", "true")),
            Target.Of(
                CfnStateMachine,
                Prop("TracingConfiguration.Enabled").IsTrue(),
                Fix.Set("TracingConfiguration", "new Amazon.CDK.AWS.StepFunctions.CfnStateMachine.TracingConfigurationProperty { Enabled = true }", "Switch tracing on")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Logging, Tracing];
}
