using Microsoft.CodeAnalysis;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>The name of a queue where its address is needed.</summary>
internal sealed class QueueNameAsUrl : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2059",
        Key = "sqs-queue-name-as-url",
        Title = "Queue's name is given where its address is needed",
        Message = "'{0}' is no address; ask for it with 'GetQueueUrlAsync', or read it from the configuration",
        Why = "SQS takes the address of a queue, with the account in it. A name alone is refused, at the first call and not before.",
        Category = Category.Reliability,
        Level = Level.Warning,
        NoFix = "Where the address comes from, a setting or a call, is a decision about the whole service.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnSet("QueueUrl", (run, context, set) =>
        {
            if (run.Sdk.KindOf(set.Owner) == SdkKind.Request && AwsSdk.ServiceOf(set.Owner) == "SQS" && set.Value.Text() is { } text && IsName(text))
                SdkRun.Report(context, Rule, set.Assignment.Value.Syntax.GetLocation(), text);
        });
        to.OnOperation((run, context, call) =>
        {
            if (call.Service == "SQS" && call.Argument("queueUrl") is { } url && url.Text() is { } text && IsName(text))
                SdkRun.Report(context, Rule, url.Syntax.GetLocation(), text);
        });
    }

    // A placeholder says that somebody is to put the address in.
    private static bool IsName(string text) => text.Length is > 0 and <= 80 && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') && text.IndexOf("url", StringComparison.OrdinalIgnoreCase) < 0;
}
