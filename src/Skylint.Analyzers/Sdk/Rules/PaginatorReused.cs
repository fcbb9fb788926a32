using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A paginator that is read a second time, which it refuses.</summary>
internal sealed class PaginatorReused : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2042",
        Key = "paginator-reused",
        Title = "Paginator is read more than once",
        Message = "{0}; a paginator can be read once, so make a new one each time or keep the items in a list",
        Why = "A paginator throws an InvalidOperationException when it is read a second time. The first caller is served and the second one is not, so that tests which run the code once see nothing.",
        Category = Category.Reliability,
        Level = Level.Warning,
        NoFix = "A new paginator needs a new request, because the first one leaves its last token in it.",
    };

    public override void Subscribe(SdkSubscriptions to) => to.OnPaginator((run, context, call) =>
    {
        IOperation at = call;
        // client.Paginators.ListKeys(request).Keys is read once as well.
        while (at.Parent is IConversionOperation or IParenthesizedOperation || (at.Parent is IPropertyReferenceOperation property && property.Instance == at))
            at = at.Parent;
        switch (at.Parent)
        {
            case IFieldInitializerOperation or IPropertyInitializerOperation:
            case ISimpleAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation { Property.DeclaringSyntaxReferences.Length: > 0 } }:
                SdkRun.Report(context, Rule, call.NameLocation(), "The field outlives the one use that it has");
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when SecondRead(declarator, at == call) is { } second:
                SdkRun.Report(context, Rule, second.Syntax.GetLocation(), $"'{declarator.Symbol.Name}' has been read already");
                break;
        }
    });

    private static IOperation? SecondRead(IVariableDeclaratorOperation declarator, bool isPaginator)
    {
        var index = BodyIndex.Of(declarator);
        if (index.Values(declarator.Symbol).Count != 1)
            return null;
        var reads = new List<IOperation>();
        foreach (var reference in index.References(declarator.Symbol))
        {
            // The enumerable itself, or a member of the paginator that is one.
            var enumerable = reference;
            if (isPaginator)
            {
                if (reference.Parent is not IPropertyReferenceOperation member)
                    return null;
                enumerable = member;
            }

            if (!IsEnumerated(enumerable))
                return null;
            if (Surroundings.LoopAround(enumerable) is { } loop && !declarator.Ancestors().Contains(loop))
                return LoopShape.Leaves(loop.Body) ? null : reference;
            reads.Add(reference);
        }

        for (var i = 1; i < reads.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!AreAlternatives(reads[j], reads[i]))
                    return reads[i];
            }
        }

        return null;
    }

    private static bool IsEnumerated(IOperation enumerable)
    {
        while (enumerable.Parent is IConversionOperation)
            enumerable = enumerable.Parent;
        return enumerable.Parent switch
        {
            IForEachLoopOperation loop => loop.Collection == enumerable,
            IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true, Name: var name } } } => name.EndsWith("Async", StringComparison.Ordinal) || name is "WithCancellation" or "ConfigureAwait",
            IInvocationOperation { TargetMethod.Name: "WithCancellation" or "ConfigureAwait" or "GetAsyncEnumerator" or "GetEnumerator" } call => call.Instance == enumerable,
            _ => false,
        };
    }

    /// <summary>True when no run of the method reaches both: they stand in different branches, or control leaves between them.</summary>
    private static bool AreAlternatives(IOperation first, IOperation second)
    {
        var around = second.Ancestors().ToList();
        var child = first;
        foreach (var ancestor in first.Ancestors())
        {
            var shared = around.Contains(ancestor);
            if (shared)
            {
                if (ancestor is not (IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ITryOperation))
                    return false;
                return ancestor is not ITryOperation @try || @try.Finally is null;
            }

            if (ancestor is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
            if (ancestor is IBlockOperation block && child != ancestor && LeavesAfter(block, child))
                return true;
            child = ancestor;
        }

        return false;
    }

    private static bool LeavesAfter(IBlockOperation block, IOperation child) =>
        LoopShape.Leaves(child) || block.Operations.SkipWhile(o => o != child).Skip(1).Any(o => o is IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation });
}
