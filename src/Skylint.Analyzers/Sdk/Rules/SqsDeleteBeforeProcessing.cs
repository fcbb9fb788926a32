using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A message that is deleted before anyone knows whether it was processed.</summary>
internal sealed class SqsDeleteBeforeProcessing : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2041",
        Key = "sqs-delete-before-processing",
        Title = "Message is deleted before it has been processed",
        Message = "{0}; delete it after the work has succeeded",
        Why = "A message that stays in the queue comes back after an error, and goes to the dead-letter queue in the end. Once it is deleted, a crash or an exception while it is worked on loses it for good.",
        Category = Category.Reliability,
        Level = Level.Warning,
        NoFix = "What counts as processed, and whether losing a message is acceptable, only the author knows.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["DeleteMessage"], (run, context, call) =>
    {
        if (call.Service != "SQS" || MessageOf(call, run.Sdk) is not { } message || IsMeant(call.Invocation))
            return;
        if (IsInFinally(call.Invocation, message))
            SdkRun.Report(context, Rule, call.NameLocation, "'finally' deletes the message also when processing it failed");
        else if (IsUsedLater(call.Invocation, message, call.Facts(run.Sdk)?.Creation))
            SdkRun.Report(context, Rule, call.NameLocation, "The message is deleted before it is processed");
    });

    /// <summary>The variable whose receipt handle the call names.</summary>
    private static ISymbol? MessageOf(OperationCall call, AwsSdk sdk)
    {
        // The request may have been made before.
        foreach (var operation in call.Invocation.Descendants().Concat(call.Facts(sdk)?.Creation.Descendants() ?? []))
        {
            if (operation is IPropertyReferenceOperation { Property: { Name: "ReceiptHandle", ContainingType.Name: "Message" } } handle && AwsSdk.ServiceOf(handle.Property.ContainingType) == "SQS")
            {
                return handle.Instance?.Unwrapped() switch
                {
                    ILocalReferenceOperation local => local.Local,
                    IParameterReferenceOperation parameter => parameter.Parameter,
                    _ => null,
                };
            }
        }

        return null;
    }

    private static bool IsInFinally(IOperation call, ISymbol message)
    {
        var child = call;
        foreach (var ancestor in call.Ancestors())
        {
            if (ancestor is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return false;
            // A condition in the finally block may well ask whether it went well.
            if (ancestor is IConditionalOperation)
                return false;
            if (ancestor is ITryOperation @try && @try.Finally == child)
                return @try.Body.Descendants().Any(o => IsProcessing(o, message));
            child = ancestor;
        }

        return false;
    }

    // Nothing before the call does anything with the message, and something after it does.
    private static bool IsUsedLater(IOperation call, ISymbol message, IOperation? request)
    {
        var child = call;
        foreach (var ancestor in call.Ancestors())
        {
            if (ancestor is IBlockOperation block)
            {
                var before = block.Operations.TakeWhile(o => o != child).ToList();
                var after = block.Operations.SkipWhile(o => o != child).Skip(1);
                // Whoever parses, logs or tests the message first has begun to work on it.
                return !before.Any(o => Mentions(o, message) && o.DescendantsAndSelf().All(d => d != request)) && after.Any(o => o.DescendantsAndSelf().Any(d => IsProcessing(d, message)));
            }

            if (ancestor is not (IAwaitOperation or IExpressionStatementOperation or IInvocationOperation or ISimpleAssignmentOperation or IVariableInitializerOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation))
                return false;
            child = ancestor;
        }

        return false;
    }

    private static bool Mentions(IOperation operation, ISymbol message) => operation.DescendantsAndSelf().Any(o => Is(o, message));

    // The message or its body goes to code that does something; logging it does not count.
    private static bool IsProcessing(IOperation operation, ISymbol message)
    {
        if (!Is(operation, message))
            return false;
        IOperation at = operation;
        while (at.Parent is IConversionOperation || (at.Parent is IPropertyReferenceOperation { Property.Name: "Body" } body && body.Instance == at))
            at = at.Parent;
        return at.Parent is IArgumentOperation { Parent: IInvocationOperation call } && !IsLogging(call.TargetMethod) && AwsSdk.ServiceOf(call.TargetMethod.ContainingType) != "SQS";
    }

    private static bool IsLogging(IMethodSymbol method) => method.Name.StartsWith("Log", StringComparison.Ordinal) || method.ContainingType.Name is "Console" or "Debug" or "Trace" || method.ContainingType.Name.Contains("Log");

    private static bool Is(IOperation operation, ISymbol message) => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, message),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, message),
        _ => false,
    };

    // "At most once" in a comment says that losing a message is accepted.
    private static bool IsMeant(IOperation call) => call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantTrivia().Any(t =>
        (t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)) && t.ToString() is var text
        && (text.IndexOf("at most once", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("at-most-once", StringComparison.OrdinalIgnoreCase) >= 0)) == true;
}
