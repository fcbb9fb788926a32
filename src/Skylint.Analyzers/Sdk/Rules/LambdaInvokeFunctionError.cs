using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>The answer of an invoked function, used without asking whether it is an error.</summary>
internal sealed class LambdaInvokeFunctionError : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2009",
        Key = "lambda-invoke-function-error",
        Title = "Result of a Lambda invocation is used without checking for an error",
        Message = "'Invoke' answers 200 even when the function throws; read 'FunctionError' before the payload",
        Why = "An exception in the invoked function does not make the call fail: the status code is still 200 and the payload holds the error's text. Code that reads the payload takes the error for the result.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Throws when the response carries a function error.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["Invoke"], (run, context, call) =>
    {
        if (call.Response.GetMembers("FunctionError").IsEmpty)
            return;
        var use = call.Result;
        if (use.Escapes || use.IsRead("FunctionError") || !(use.IsRead("Payload") || use.IsRead("StatusCode") || use.IsRead("HttpStatusCode")))
            return;
        // An event is only queued: there is no result to be wrong about. A request that somebody else makes may be one.
        var facts = call.Facts(run.Sdk);
        if (facts is null ? !use.IsRead("Payload") : facts.Values("InvocationType").Any(t => t.StaticMember()?.Name != "RequestResponse"))
            return;
        SdkRun.Report(context, Rule, call.NameLocation, "FunctionError", []);
    });
}
