using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>Tasks that are started for all items of a source and then waited for together.</summary>
internal sealed class FanOut
{
    private const int MaxDepth = 3;

    private readonly IOperation _work;

    private FanOut(IOperation source, IOperation work)
    {
        Source = source;
        _work = work;
    }

    /// <summary>What the items come from.</summary>
    public IOperation Source { get; }

    /// <summary>The tasks that <c>Task.WhenAll</c> is given: a Select, or a list that a loop has filled. Null for anything else.</summary>
    public static FanOut? Of(IInvocationOperation whenAll)
    {
        var tasks = Unlisted(whenAll.Arguments[0].Value);
        if (tasks is ILocalReferenceOperation local)
        {
            var index = BodyIndex.Of(whenAll);
            if (index.SingleValue(local.Local) is not { } value || index.References(local.Local).Any(IsTakenInParts))
                return null;
            if (value is IObjectCreationOperation { Initializer: null, Type.Name: "List" })
                return OfLoop(whenAll, index.References(local.Local));
            tasks = Unlisted(value);
        }

        if (tasks is not IInvocationOperation { TargetMethod: { Name: "Select", ContainingType: var owner }, Arguments: { Length: 2 } arguments } || !AwsSdk.IsNamed(owner, "System.Linq", "Enumerable"))
            return null;
        return arguments[1].Value.Unwrapped() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation or IMethodReferenceOperation } selector ? new FanOut(arguments[0].Value, selector.Target) : null;
    }

    /// <summary>The request that is sent for each item; null when no service is seen to be called.</summary>
    public FanOutRequest? RequestOf(AwsSdk sdk) => Find(_work, sdk, 0);

    /// <summary>True when something that limits how many run at a time is on the way to the request.</summary>
    public bool IsThrottled(FanOutRequest request) => request.Path.Append(Source.Root()).Any(body => body.DescendantsAndSelf().Any(IsThrottle));

    // tasks.Add(client.SendAsync(item)) in a loop over the items.
    private static FanOut? OfLoop(IInvocationOperation whenAll, IReadOnlyList<IOperation> references)
    {
        FanOut? found = null;
        foreach (var reference in references)
        {
            switch (reference.Parent)
            {
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 1 } added } call when call.Instance == reference:
                    if (found is not null || Surroundings.LoopAround(call) is not IForEachLoopOperation { IsAsynchronous: false } loop || whenAll.Ancestors().Contains(loop))
                        return null;
                    found = new FanOut(loop.Collection, added[0].Value);
                    break;
                // Counted or cleared: a loop that waits from time to time.
                case IMemberReferenceOperation or IInvocationOperation:
                    return null;
            }
        }

        return found;
    }

    private static FanOutRequest? Find(IOperation work, AwsSdk sdk, int depth)
    {
        if (work is IMethodReferenceOperation { Method: var named })
            return named.IsStatic || named.ContainingType.TypeKind != TypeKind.Interface ? Inside(named, work, sdk, depth) : null;
        foreach (var call in work.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            if (NameOf(call, sdk) is { } name)
                return new FanOutRequest(name, [work]);
        }

        foreach (var call in work.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            if (Inside(call.TargetMethod, call, sdk, depth) is { } inner)
                return inner with { Path = [.. inner.Path, work] };
        }

        return null;
    }

    private static FanOutRequest? Inside(IMethodSymbol method, IOperation where, AwsSdk sdk, int depth)
    {
        if (depth >= MaxDepth || method.IsVirtual || method.IsAbstract || method.IsOverride || method.OriginalDefinition.DeclaringSyntaxReferences is not { Length: 1 } references || where.SemanticModel is not { } model)
            return null;
        var syntax = references[0].GetSyntax();
        return syntax.SyntaxTree == model.SyntaxTree && model.GetOperation(syntax) is { } body ? Find(body, sdk, depth + 1) : null;
    }

    private static string? NameOf(IInvocationOperation call, AwsSdk sdk)
    {
        if (OperationCall.Of(call, sdk) is { IsAsync: true } operation)
            return operation.Name;
        // The object mapper and the transfer utility send requests as well.
        return call.TargetMethod is { IsStatic: false, ContainingType: { Name: "IDynamoDBContext" or "DynamoDBContext" or "TransferUtility" or "ITransferUtility" } type } && AwsSdk.ServiceOf(type) is not null && call.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal) && call.Type is { Name: "Task" }
            ? call.TargetMethod.Name
            : null;
    }

    private static bool IsThrottle(IOperation operation)
    {
        var name = operation switch
        {
            // PutBucketPolicy holds nothing back.
            IInvocationOperation call when !AwsSdk.IsAmazon(call.TargetMethod.ContainingType) => call.TargetMethod.ContainingType?.Name + " " + call.TargetMethod.Name,
            IObjectCreationOperation { Type: { } type } => type.Name,
            IMemberReferenceOperation { Type: { } type } => type.Name,
            IParameterReferenceOperation { Type: { } type } => type.Name,
            _ => null,
        };
        return name is not null && (name.Contains("Semaphore") || name.Contains("Limiter") || name.Contains("Thrott") || name.Contains("Bulkhead") || name.Contains("Policy") || name.Contains("ResiliencePipeline") || name.Contains("MaxDegree"));
    }

    private static bool IsTakenInParts(IOperation reference)
    {
        while (reference.Parent is IConversionOperation)
            reference = reference.Parent;
        return reference.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Chunk" or "Take" or "Skip" or "Batch" or "WhenAny" } };
    }

    private static IOperation Unlisted(IOperation value)
    {
        value = value.Unwrapped();
        if (value is ITranslatedQueryOperation query)
            value = query.Operation.Unwrapped();
        while (value is IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray" or "AsEnumerable", ContainingType: var owner }, Arguments.Length: 1 } call && AwsSdk.IsNamed(owner, "System.Linq", "Enumerable"))
            value = call.Arguments[0].Value.Unwrapped();
        return value;
    }
}
