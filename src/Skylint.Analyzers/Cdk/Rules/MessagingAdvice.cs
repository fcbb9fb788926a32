using Skylint.Catalog;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about queues and workflows beyond what compliance packs ask for.</summary>
internal static class MessagingAdvice
{
    private static readonly Requirement s_isPolledByLambda = UsedBy("Amazon.CDK.AWS.Lambda.EventSources.SqsEventSource", "Amazon.CDK.AWS.Lambda.EventSourceMapping", "Amazon.CDK.AWS.Lambda.EventSourceMappingProps", "Amazon.CDK.AWS.Lambda.CfnEventSourceMapping");

    public static readonly ConstructRule LongPolling = new()
    {
        Id = "SKY1240",
        Key = "SqsLongPolling",
        Title = "Queue answers at once when it is empty",
        Message = "{0} answers consumers at once when it is empty; set ReceiveMessageWaitTime to 20 seconds",
        Why = "A consumer that asks in a loop pays for every empty answer, and gets messages no sooner. With long polling the queue waits for one to arrive.",
        Category = Category.Cost,
        Level = Level.Info,
        References = new References {  },
        CfnProperties = ["ReceiveMessageWaitTimeSeconds"],
        Targets =
        [
            // Lambda polls long whatever the queue says, and nobody polls a dead-letter queue.
            Target.Of(
                "Amazon.CDK.AWS.SQS.Queue",
                AnyOf(Prop("ReceiveMessageWaitTime").IsAtLeast(1), s_isPolledByLambda, Sqs.IsDeadLetterQueue),
                Fix.Set("ReceiveMessageWaitTime", "Amazon.CDK.Duration.Seconds(20)", "Wait up to 20 seconds for a message")),
            Target.Of(
                "Amazon.CDK.AWS.SQS.CfnQueue",
                AnyOf(Prop("ReceiveMessageWaitTimeSeconds").IsAtLeast(1), s_isPolledByLambda, Sqs.IsDeadLetterQueue),
                Fix.Set("ReceiveMessageWaitTimeSeconds", "20", "Wait up to 20 seconds for a message")),
        ],
    };

    public static readonly ConstructRule WorkflowTimeout = new()
    {
        Id = "SKY1241",
        Key = "SfnTimeout",
        Title = "Workflow may run for a year",
        Message = "{0} never gives up; set a Timeout",
        Why = "An execution that waits for an answer that does not come stays open for up to a year. Nothing fails and nothing raises an alarm, and at a million open executions no new one starts.",
        Category = Category.Reliability,
        Level = Level.Info,
        References = new References {  },
        Targets =
        [
            // Express workflows end after five minutes, and a definition that is given as text may say it itself.
            Target.Of(
                "Amazon.CDK.AWS.StepFunctions.StateMachine",
                AnyOf(Prop("Timeout").IsSet(), Circumstance(Prop("StateMachineType").Is("EXPRESS")), Prop("DefinitionBody").Test(body => body is Model.CallValue { Method.Name: "FromChainable" } ? Outcome.Violated : Outcome.Unknown, Default.Violates)),
                Fix.Set("Timeout", "Amazon.CDK.Duration.Hours(1)", "Give up after an hour")),
        ],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [LongPolling, WorkflowTimeout];
}
