using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A message to a FIFO queue or topic without what such a queue demands.</summary>
internal sealed class FifoWithoutGroup : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2060",
        Key = "fifo-without-group",
        Title = "Message to a FIFO queue has no group",
        Message = "{0}",
        Why = "A FIFO queue or topic refuses a message without a group, and a delay of a single message. The call fails every time, but only where the queue really is a FIFO queue, which test set-ups often are not.",
        Category = Category.Reliability,
        Level = Level.Warning,
        NoFix = "Which messages belong together, only the author knows.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["SendMessage", "Publish"], (run, context, call) =>
    {
        var address = (call.Service, call.Name) switch
        {
            ("SQS", "SendMessage") => "QueueUrl",
            ("SimpleNotificationService", "Publish") => "TopicArn",
            _ => null,
        };
        if (address is null)
            return;
        if (call.Request(run.Sdk) is { } request)
        {
            if (call.Facts(run.Sdk) is not { } facts || !IsFifo(facts.Value(address)?.Text()))
                return;
            if (facts.IsUnset("MessageGroupId"))
                SdkRun.Report(context, Rule, facts.Creation.NameLocation(), "A FIFO queue or topic refuses a message without 'MessageGroupId'; set it");
            else if (facts.Value("DelaySeconds") is { } delay && delay.TryGetInteger(out var seconds) && seconds > 0)
                SdkRun.Report(context, Rule, delay.Parent!.Syntax.GetLocation(), "A FIFO queue refuses a delay for a single message; set the delay of the queue");
        }
        else if (IsFifo((call.Argument("queueUrl") ?? call.Argument("topicArn"))?.Text()))
        {
            SdkRun.Report(context, Rule, call.NameLocation, "A FIFO queue or topic refuses a message without a group; send a request with 'MessageGroupId'");
        }
    });

    private static bool IsFifo(string? address) => address is not null && address.EndsWith(".fifo", StringComparison.Ordinal);
}
