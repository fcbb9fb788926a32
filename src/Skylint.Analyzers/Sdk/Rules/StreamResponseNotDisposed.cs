using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A response that holds an open connection and is never disposed of.</summary>
internal sealed class StreamResponseNotDisposed : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2010",
        Key = "stream-response-not-disposed",
        Title = "Streaming response is never disposed of",
        Message = "'{0}' holds a connection until it is disposed of; add 'using'",
        Why = "The body of the response is still on the wire. Until the response is disposed of, its connection does not go back to the pool, and once the pool is empty the next call waits for ever.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Adds 'using' to the declaration.",
        References = new() { Cwe = ["CWE-772"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation((run, context, call) =>
    {
        if (!IsDisposable(call.Response))
            return;
        var use = call.Result;
        if (use.Escapes || use.IsDisposed || !use.IsAwaited && call.IsAsync || use.Reads.Any(IsTakenOver))
            return;
        SdkRun.Report(context, Rule, call.NameLocation, call.Response.Name);
    });

    private static bool IsDisposable(ITypeSymbol? type) => type?.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_IDisposable) == true;

    /// <summary>True when what is read from the response is itself disposable and somebody else closes it, or may.</summary>
    private static bool IsTakenOver(IPropertyReferenceOperation read)
    {
        if (!IsDisposable(read.Type))
            return false;
        IOperation at = read;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
            at = at.Parent;
        switch (at.Parent)
        {
            case IPropertyReferenceOperation:
            case IInvocationOperation { TargetMethod.Name: not ("Dispose" or "DisposeAsync" or "Close") } call when call.Instance == at:
                return false;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { ContainingType: { } type, IsStatic: true } } } when type.ContainingNamespace?.ToDisplayString() == "System.Text.Json":
                return false;
            case IArgumentOperation { Parent: IObjectCreationOperation reader }:
                var use = ResultUse.Of(reader);
                return use.Escapes || use.IsDisposed;
            default:
                return true;
        }
    }
}
