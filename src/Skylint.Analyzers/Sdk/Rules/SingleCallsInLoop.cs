using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>One request for each item of a collection, where the service takes many at once.</summary>
internal sealed class SingleCallsInLoop : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2047",
        Key = "single-calls-in-loop",
        Title = "One request for each item where a batch would do",
        Message = "The loop waits for one '{0}' after the other; '{1}' takes many at once",
        Why = "Each request is paid and waited for, so that a hundred items take a hundred round trips. A batch takes a tenth or less of both.",
        Category = Category.Cost,
        Level = Level.Info,
        NoFix = "A batch has to be cut to size, and its response tells which entries failed; what to do with them is the author's decision.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation((run, context, call) =>
    {
        if (!call.IsAsync || Surroundings.LoopAround(call.Invocation) is not IForEachLoopOperation { IsAsynchronous: false } loop || BatchOf(run.Sdk, call) is not { } batch)
            return;
        // With other work in the loop, or an answer for each item, one call cannot stand for all.
        if (loop.Body.Descendants().OfType<IAwaitOperation>().Count() != 1 || !IsAwaitedStatement(call.Invocation) || IsSmall(loop) || IsAcknowledgement(call, loop) || HasConditions(loop) || !DependsOn(call, loop, run.Sdk))
            return;
        SdkRun.Report(context, Rule, call.NameLocation, call.Name, batch);
    });

    /// <summary>The operation of the same client that does the same for many, by how the services name them.</summary>
    private static string? BatchOf(AwsSdk sdk, OperationCall call)
    {
        if (call.Name.StartsWith("Batch", StringComparison.Ordinal) || call.Name.EndsWith("Batch", StringComparison.Ordinal))
            return null;
        string[] names = call switch
        {
            { Service: "DynamoDBv2", Name: "PutItem" or "DeleteItem" } => ["BatchWriteItem"],
            { Name: "SendMessage" or "DeleteMessage" or "ChangeMessageVisibility" or "Publish" or "GetItem" or "GetSecretValue" or "DetectSentiment" or "GetImage" } => [call.Name + "Batch", "Batch" + call.Name],
            { Name: "PutRecord" } => ["PutRecords", "PutRecordBatch"],
            { Name: "DeleteObject" or "GetParameter" or "DeleteParameter" } => [call.Name + "s"],
            _ => [],
        };
        return names.FirstOrDefault(name => HasOperation(sdk, call.Client, name));
    }

    private static bool HasOperation(AwsSdk sdk, ITypeSymbol client, string name)
    {
        foreach (var type in client.AllInterfaces.Append<ITypeSymbol>(client))
        {
            if (type.GetMembers(name + "Async").OfType<IMethodSymbol>().Any(m => sdk.ResponseOf(m.ReturnType) is not null))
                return true;
        }

        return false;
    }

    private static bool IsAwaitedStatement(IOperation call)
    {
        while (call.Parent is IAwaitOperation or IConversionOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            call = call.Parent;
        return call.Parent is IExpressionStatementOperation { Parent: IBlockOperation or IForEachLoopOperation or IConditionalOperation };
    }

    // A message is deleted when it has been worked on, one by one.
    private static bool IsAcknowledgement(OperationCall call, IForEachLoopOperation loop) =>
        call.Name is "DeleteMessage" or "ChangeMessageVisibility" && loop.Body is IBlockOperation { Operations.Length: > 1 };

    // Three recipients are no batch.
    private static bool IsSmall(IForEachLoopOperation loop) => loop.Collection.Unwrapped() is IArrayCreationOperation or IObjectCreationOperation { Initializer: not null } || loop.Collection.Syntax.ToString().Contains(".Take(");

    // Conditions, returned values and the order of a group belong to single items; a catch for each item handles its failure.
    private static bool HasConditions(IForEachLoopOperation loop)
    {
        foreach (var operation in loop.Body.Descendants())
        {
            if (operation is ITryOperation or IMemberReferenceOperation { Member.Name: "ConditionExpression" or "Expected" or "ReturnValues" or "MessageGroupId" or "IfMatch" or "DelaySeconds" or "VersionId" })
                return true;
        }

        return false;
    }

    private static bool DependsOn(OperationCall call, IForEachLoopOperation loop, AwsSdk sdk)
    {
        var request = call.Facts(sdk) is { } facts ? facts.Creation : (IOperation)call.Invocation;
        return request.Descendants().OfType<ILocalReferenceOperation>().Any(l => loop.Locals.Contains(l.Local, SymbolEqualityComparer.Default));
    }
}
