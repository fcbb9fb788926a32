using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Sdk.Model;

/// <summary>
/// Whether code asks for null before it uses a value. Any question about the same path that decides whether the use is reached counts: a doubtful
/// guard is a guard, because what is unknown is silent.
/// </summary>
internal static class NullTests
{
    /// <summary>True when the use is behind a test of the path: in a branch, after an early exit, or after an assignment.</summary>
    public static bool IsGuarded(IOperation use, IOperation path)
    {
        var child = use;
        foreach (var ancestor in use.Ancestors())
        {
            switch (ancestor)
            {
                case IConditionalOperation conditional when conditional.Condition != child && Tests(conditional.Condition, path):
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary when binary.RightOperand == child && Tests(binary.LeftOperand, path):
                case IWhileLoopOperation { Condition: { } condition } loop when condition != child && Tests(condition, path):
                case IForLoopOperation { Condition: { } until } @for when until != child && Tests(until, path):
                case ISwitchOperation @switch when @switch.Value != child && (Operations.IsSamePath(@switch.Value, path) || Tests(@switch.Value, path)):
                case ISwitchExpressionOperation expression when expression.Value != child:
                case ISwitchExpressionArmOperation { Guard: { } guard } when guard != child && Tests(guard, path):
                case ICoalesceOperation coalesce when coalesce.WhenNull == child && Tests(coalesce.Value, path):
                    return true;
                case IBlockOperation block when IsGuardedBefore(block.Operations, child, path):
                    return true;
                case ISwitchCaseOperation @case when IsGuardedBefore(@case.Body, child, path):
                    return true;
                case ITryOperation { Catches: { IsEmpty: false } catches } @try when @try.Body == child && catches.Any(c => c.ExceptionType.Name == "NullReferenceException"):
                    return true;
            }

            child = ancestor;
        }

        return false;
    }

    private static bool IsGuardedBefore(IEnumerable<IOperation> statements, IOperation until, IOperation path)
    {
        foreach (var statement in statements)
        {
            if (statement == until)
                return false;
            if (Guards(statement, path))
                return true;
        }

        return false;
    }

    private static bool Guards(IOperation statement, IOperation path)
    {
        switch (statement)
        {
            case IConditionalOperation conditional:
                return Tests(conditional.Condition, path) && (Leaves(conditional.WhenTrue) || Leaves(conditional.WhenFalse) || Assigns(conditional, path));
            case IExpressionStatementOperation { Operation: IInvocationOperation call }:
                // Guard clauses and assertions: ArgumentNullException.ThrowIfNull(x), Assert.NotNull(x), x.Should().NotBeNull()
                return IsGuardName(call.TargetMethod.Name) && Mentions(call, path);
            case IReturnOperation or IThrowOperation:
                return false;
            case IBlockOperation block:
                return block.Operations.Any(inner => Guards(inner, path));
            case ITryOperation @try:
                return Guards(@try.Body, path) || Assigns(@try, path);
            case IUsingOperation @using:
                return Guards(@using.Body, path);
            case ILoopOperation or ISwitchOperation:
                return Assigns(statement, path);
            default:
                return Assigns(statement, path) || Tests(statement, path, onlyPatterns: true);
        }
    }

    private static bool IsGuardName(string name) =>
        name.IndexOf("Null", StringComparison.Ordinal) >= 0 || name.IndexOf("Empty", StringComparison.Ordinal) >= 0 || name is "Assert" or "True" or "IsTrue" or "Equal" or "AreEqual" or "That" or "Single" or "Requires";

    private static bool Assigns(IOperation statement, IOperation path) =>
        statement.DescendantsAndSelf().Any(o => o is IAssignmentOperation assignment && Operations.IsSamePath(assignment.Target, path) && !assignment.Value.IsNull());

    private static bool Leaves(IOperation? branch) => branch switch
    {
        null => false,
        IReturnOperation or IThrowOperation or IBranchOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IBlockOperation block => block.Operations.Any(Leaves),
        IConditionalOperation conditional => Leaves(conditional.WhenTrue) && Leaves(conditional.WhenFalse),
        _ => false,
    };

    private static bool Mentions(IOperation operation, IOperation path) => operation.DescendantsAndSelf().Any(o => Operations.IsSamePath(o, path));

    /// <summary>True when a condition asks whether the path is null, or asks its owner whether there is anything.</summary>
    private static bool Tests(IOperation condition, IOperation path, bool onlyPatterns = false)
    {
        var owner = path is IPropertyReferenceOperation property ? Operations.Receiver(property) : null;
        foreach (var operation in condition.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IIsPatternOperation pattern when Operations.IsSamePath(pattern.Value, path) || (owner is not null && Operations.IsSamePath(pattern.Value, owner) && NamesMember(pattern.Pattern, path)):
                    return true;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary when !onlyPatterns
                    && ((binary.RightOperand.IsNull() && Operations.IsSamePath(binary.LeftOperand, path)) || (binary.LeftOperand.IsNull() && Operations.IsSamePath(binary.RightOperand, path))):
                    return true;
                case IConditionalAccessOperation access when !onlyPatterns && Operations.IsSamePath(access.Operation, path):
                case ICoalesceOperation coalesce when !onlyPatterns && Operations.IsSamePath(coalesce.Value, path):
                    return true;
                // response.IsItemSet, response.Count > 0, response.KeyCount, response.HasMoreTags: another member of the same object that says whether something came.
                case IPropertyReferenceOperation other when !onlyPatterns && owner is not null && other.Property.Name is var name
                    && (name.StartsWith("Is", StringComparison.Ordinal) || name.StartsWith("HasMore", StringComparison.Ordinal) || name.EndsWith("Count", StringComparison.Ordinal))
                    && Operations.IsSamePath(Operations.Receiver(other), owner):
                    return true;
                // A helper that is asked about the object or the value: HasItems(response), items.IsNullOrEmpty(). LINQ itself would throw.
                case IArgumentOperation { Parent: IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean } } asked when !onlyPatterns && owner is not null && Operations.IsSamePath(asked.Value, owner):
                    return true;
                case IArgumentOperation { Parent: IInvocationOperation call } argument when !onlyPatterns && Operations.IsSamePath(argument.Value, path) && call.TargetMethod.ContainingType?.Name != "Enumerable":
                    return true;
            }
        }

        return false;
    }

    private static bool NamesMember(IPatternOperation pattern, IOperation path) =>
        path is IPropertyReferenceOperation property
        && pattern.DescendantsAndSelf().Any(o => o is IPropertySubpatternOperation { Member: IPropertyReferenceOperation member } && SymbolEqualityComparer.Default.Equals(member.Property, property.Property));
}
