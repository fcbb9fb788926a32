using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A retry policy of a resilience library around a call that the SDK retries on its own.</summary>
internal sealed class RetryStacking : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2031",
        Key = "retry-stacking",
        Title = "Retry policy around an SDK call that retries already",
        Message = "'{0}' is retried by the SDK and again by this policy, which multiplies the attempts; drop the policy, or set 'MaxErrorRetry = 0' on the client",
        Why = "Every turn of the policy is itself three to five attempts with backoff. Four turns are up to twenty requests to a service that is in trouble, and the SDK's own retry budget, which is there to stop exactly this, is reset each time.",
        Category = Category.Reliability,
        Level = Level.Info,
        NoFix = "Which of the two layers stays is a choice for the whole service.",
        References = new() { Links = ["https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation((run, context, call) =>
    {
        if (ExecutionAround(call.Invocation) is not { Instance: { } policy } || PolicyOf(policy) is not { } made || !RetriesServiceErrors(made, context.Operation.SemanticModel))
            return;
        // Who has chosen one of the layers has thought about both.
        if (!run.SourceMentions("MaxErrorRetry"))
            SdkRun.Report(context, Rule, call.NameLocation, call.Name);
    });

    private static IInvocationOperation? ExecutionAround(IOperation call)
    {
        foreach (var ancestor in call.Ancestors())
        {
            if (ancestor is not IAnonymousFunctionOperation function)
                continue;
            IOperation at = function;
            while (at.Parent is IDelegateCreationOperation or IConversionOperation)
                at = at.Parent;
            return at.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Execute" or "ExecuteAsync" or "ExecuteAndCapture" or "ExecuteAndCaptureAsync" } method } execution } && IsPolly(method.ContainingType)
                ? execution
                : null;
        }

        return null;
    }

    private static bool IsPolly(INamedTypeSymbol type)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space?.Name == "Polly";
    }

    /// <summary>The expression that makes the policy; null when this file does not show it.</summary>
    private static SyntaxNode? PolicyOf(IOperation policy)
    {
        switch (policy.Unwrapped())
        {
            case IInvocationOperation chain:
                return chain.Syntax;
            case ILocalReferenceOperation local:
                return BodyIndex.Of(policy).SingleValue(local.Local)?.Syntax;
            case IMemberReferenceOperation member and (IFieldReferenceOperation or IPropertyReferenceOperation):
                return ValueOf(member.Member, policy.Syntax.SyntaxTree);
            default:
                return null;
        }
    }

    private static SyntaxNode? ValueOf(ISymbol member, SyntaxTree tree)
    {
        var found = new List<SyntaxNode>();
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree != tree)
                return null;
            var value = reference.GetSyntax() switch
            {
                VariableDeclaratorSyntax { Initializer.Value: { } initial } => initial,
                PropertyDeclarationSyntax { Initializer.Value: { } initial } => initial,
                PropertyDeclarationSyntax { ExpressionBody.Expression: { } body } => body,
                _ => null,
            };
            if (value is not null)
                found.Add(value);
            foreach (var assignment in reference.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().OfType<AssignmentExpressionSyntax>() ?? [])
            {
                if (assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == member.Name || assignment.Left is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var own } && own == member.Name)
                    found.Add(assignment.Right);
            }
        }

        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>True when the policy retries, and on errors that a service call can give.</summary>
    private static bool RetriesServiceErrors(SyntaxNode policy, SemanticModel? model)
    {
        var retries = false;
        var handles = new List<(TypeSyntax Type, bool IsFiltered)>();
        foreach (var invocation in policy.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        {
            var name = (invocation.Expression as MemberAccessExpressionSyntax)?.Name ?? invocation.Expression as SimpleNameSyntax;
            if (name is null)
                continue;
            retries |= name.Identifier.ValueText is "AddRetry" or "Retry" or "RetryAsync" or "RetryForever" or "RetryForeverAsync" or "WaitAndRetry" or "WaitAndRetryAsync" or "WaitAndRetryForever" or "WaitAndRetryForeverAsync";
            if (name is GenericNameSyntax { Identifier.ValueText: "Handle" or "Or" or "HandleInner" or "OrInner", TypeArgumentList.Arguments: { Count: 1 } types })
                handles.Add((types[0], invocation.ArgumentList.Arguments.Count > 0));
            // What a result or a predicate of its own asks for, the SDK does not know.
            else if (name.Identifier.ValueText is "HandleResult" or "OrResult")
                return false;
        }

        return retries && (handles.Count == 0 ? !policy.DescendantNodes().Any(n => n is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "ShouldHandle" } }) : handles.Any(h => !h.IsFiltered && IsServiceError(h.Type, model)));
    }

    private static bool IsServiceError(TypeSyntax type, SemanticModel? model)
    {
        if (model is null || type.SyntaxTree != model.SyntaxTree || model.GetTypeInfo(type).Type is not { } exception)
            return false;
        if (exception is { Name: "Exception", ContainingNamespace.Name: "System" })
            return true;
        // An error of one kind, such as a lost race, may well be no affair of the SDK's.
        return exception.Name.StartsWith("Amazon", StringComparison.Ordinal) && AwsSdk.IsAmazon(exception)
            || exception.Name.Contains("Throttl") || exception.Name.Contains("ThroughputExceeded") || exception.Name.Contains("TooManyRequests") || exception.Name.Contains("LimitExceeded");
    }
}
