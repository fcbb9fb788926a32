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

    public override void Start(SdkRun run)
    {
        if (run.Sdk.TypeOf("System.IDisposable") is not { } disposable)
            return;
        run.OnOperation((context, call) =>
        {
            if (!AwsSdk.Is(call.Response, disposable))
                return;
            var use = ResultUse.Of(call.Invocation);
            if (use.Escapes || use.IsDisposed || !use.IsAwaited && call.IsAsync || use.Reads.Any(read => IsTakenOver(read, disposable)))
                return;
            SdkRun.Report(context, Rule, call.NameLocation, call.Response.Name);
        });
    }

    /// <summary>True when what is read from the response is itself disposable and somebody else closes it, or may.</summary>
    private static bool IsTakenOver(IPropertyReferenceOperation read, INamedTypeSymbol disposable)
    {
        if (!AwsSdk.Is(read.Type, disposable))
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
