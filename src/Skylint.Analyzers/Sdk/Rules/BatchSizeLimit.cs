using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A constant above what the service accepts.</summary>
internal sealed class BatchSizeLimit : SdkRule
{
    // The service models do not carry these limits in a form that the packages keep; they are in the API references of the operations.
    private static readonly Dictionary<(string? Service, string Operation), int> s_batches = new()
    {
        [("SQS", "SendMessageBatch")] = 10,
        [("SQS", "DeleteMessageBatch")] = 10,
        [("SQS", "ChangeMessageVisibilityBatch")] = 10,
        [("SimpleNotificationService", "PublishBatch")] = 10,
        [("EventBridge", "PutEvents")] = 10,
        [("CloudWatchEvents", "PutEvents")] = 10,
        [("Kinesis", "PutRecords")] = 500,
        [("KinesisFirehose", "PutRecordBatch")] = 500,
        [("S3", "DeleteObjects")] = 1000,
        [("DynamoDBv2", "BatchWriteItem")] = 25,
        [("DynamoDBv2", "BatchGetItem")] = 100,
        [("DynamoDBv2", "BatchExecuteStatement")] = 25,
        [("DynamoDBv2", "TransactWriteItems")] = 100,
        [("DynamoDBv2", "TransactGetItems")] = 100,
        [("SimpleSystemsManagement", "GetParameters")] = 10,
        [("SimpleSystemsManagement", "DeleteParameters")] = 10,
        [("CloudWatch", "PutMetricData")] = 1000,
    };

    private static readonly Dictionary<(string Property, string Owner), int> s_values = new()
    {
        [("MaxNumberOfMessages", "ReceiveMessageRequest")] = 10,
        [("WaitTimeSeconds", "ReceiveMessageRequest")] = 20,
        [("VisibilityTimeout", "ReceiveMessageRequest")] = 43200,
        [("VisibilityTimeout", "ChangeMessageVisibilityRequest")] = 43200,
        [("DelaySeconds", "SendMessageRequest")] = 900,
        [("DelaySeconds", "SendMessageBatchRequestEntry")] = 900,
    };

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2043",
        Key = "batch-size-limit",
        Title = "More than the service accepts",
        Message = "'{0}' takes {1} at most, and this asks for {2}; the service refuses the whole request",
        Why = "A request above the limit fails as a whole with a validation error. While there is little data the limit is never reached, so that the first large batch is the first one to fail.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Uses the limit, where the number is written at its place.",
    };

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnInvocation("Chunk", (run, context, call) => JudgeChunks(run, context.Operation.SemanticModel, call, (number, name, limit, size) => Report(context, number, name, limit, size)));
        to.OnOperation((run, context, call) =>
        {
            if (LimitOf(call) is not { } limit || call.Facts(run.Sdk) is not { } facts)
                return;
            foreach (var taken in facts.Creation.Descendants().OfType<IInvocationOperation>())
            {
                // Entries = messages.Take(20).Select(...)
                if (taken.TargetMethod is { Name: "Take", ContainingType.Name: "Enumerable" } && taken.Arguments.Length == 2 && taken.Arguments[1].Value.TryGetInteger(out var count) && count > limit && IsWholeValue(taken, facts.Creation))
                    Report(context, taken.Arguments[1].Value.Syntax, call.Name, limit, count);
            }
        });
        foreach (var property in s_values.Keys.Select(k => k.Property).Distinct())
        {
            to.OnSet(property, (run, context, set) =>
            {
                if (s_values.TryGetValue((property, set.Owner?.Name ?? string.Empty), out var limit) && AwsSdk.ServiceOf(set.Owner) == "SQS" && set.Value.TryGetInteger(out var value) && value > limit)
                    Report(context, set.Assignment.Value.Syntax, property, limit, value);
            });
        }
    }

    private void Report(OperationAnalysisContext context, SyntaxNode number, string name, int limit, long value) =>
        SdkRun.Report(context, Rule, number.GetLocation(), number is LiteralExpressionSyntax ? limit.ToString(CultureInfo.InvariantCulture) : null, [name, limit, value]);

    /// <summary>Judges <c>foreach (var part in all.Chunk(n))</c> by the batch operation that the parts go to.</summary>
    private static void JudgeChunks(SdkRun run, SemanticModel? model, IInvocationOperation chunk, Action<SyntaxNode, string, int, long> report)
    {
        if (model is null || chunk.TargetMethod.ContainingType.Name != "Enumerable" || chunk.Arguments.Length != 2 || !chunk.Arguments[1].Value.TryGetInteger(out var size) || LoopOver(chunk) is not { } loop || loop.Locals.Length != 1)
            return;
        foreach (var invocation in loop.Body.Descendants().OfType<IInvocationOperation>())
        {
            if (OperationCall.Of(invocation, run.Sdk) is not { } call || LimitOf(call) is not { } limit || size <= limit || !DependsOn(call, loop.Locals[0], run.Sdk))
                continue;
            report(chunk.Arguments[1].Value.Syntax, call.Name, limit, size);
            return;
        }
    }

    private static IForEachLoopOperation? LoopOver(IOperation source)
    {
        while (source.Parent is IConversionOperation)
            source = source.Parent;
        return source.Parent as IForEachLoopOperation;
    }

    // The part itself, or what is made of each of its items, goes into the request: directly or through locals.
    private static bool DependsOn(OperationCall call, ILocalSymbol part, AwsSdk sdk)
    {
        var pending = new Stack<IOperation>(call.Invocation.Arguments);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        if (call.Facts(sdk) is { } facts)
            pending.Push(facts.Creation);
        while (pending.Count > 0)
        {
            foreach (var local in pending.Pop().DescendantsAndSelf().OfType<ILocalReferenceOperation>())
            {
                if (SymbolEqualityComparer.Default.Equals(local.Local, part))
                    return true;
                if (!seen.Add(local.Local))
                    continue;
                foreach (var value in BodyIndex.Of(local).Values(local.Local))
                    pending.Push(value);
            }
        }

        return false;
    }

    private static int? LimitOf(OperationCall call) => s_batches.TryGetValue((call.Service, call.Name), out var limit) ? limit : null;

    // A Take inside the entry of a batch limits something else.
    private static bool IsWholeValue(IInvocationOperation taken, IObjectCreationOperation request)
    {
        foreach (var ancestor in taken.Ancestors())
        {
            if (ancestor == request)
                return true;
            if (ancestor is IObjectCreationOperation or IAnonymousFunctionOperation)
                return false;
        }

        return false;
    }
}
