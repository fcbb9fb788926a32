using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Observability;

/// <summary>Small questions about values that go into telemetry.</summary>
internal static class Emitted
{
    /// <summary>The value without conversions, parentheses and what only writes it as text.</summary>
    public static IOperation Bare(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Bare(conversion.Operand),
        IParenthesizedOperation parenthesized => Bare(parenthesized.Operand),
        ICoalesceOperation { WhenNull.ConstantValue.HasValue: true } coalesce => Bare(coalesce.Value),
        IConditionalAccessOperation access => Bare(access.WhenNotNull),
        IInvocationOperation { TargetMethod.Name: "ToString" or "ToLowerInvariant" or "ToUpperInvariant" or "ToLower" or "ToUpper" or "Trim", Instance: { } instance } => Bare(instance),
        _ => value,
    };

    /// <summary>The name of the variable or member that a value comes from; null for everything else, such as the result of a call.</summary>
    public static string? NameOf(IOperation value) => Bare(value) switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => member.Member.Name,
        _ => null,
    };

    /// <summary>The constant text of a value; null when it has none.</summary>
    public static string? Text(IOperation value) => value is { ConstantValue: { HasValue: true, Value: string text } } ? text : value is IConversionOperation conversion ? Text(conversion.Operand) : null;

    /// <summary>Whether something decides if the operation runs at all: a condition around it in its own function, or a conditional directive in its file.</summary>
    public static bool IsConditional(IOperation operation)
    {
        var child = operation;
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IConditionalOperation conditional when conditional.Condition != child:
                case ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }:
                    return true;
                case IBlockOperation block when ReturnsBefore(block, child):
                    return true;
            }

            child = at;
        }

        return IsInDirective(operation.Syntax);
    }

    private static bool ReturnsBefore(IBlockOperation block, IOperation until) =>
        block.Operations.TakeWhile(statement => statement != until).Any(statement => statement is IConditionalOperation && statement.Descendants().Any(o => o is IReturnOperation or IThrowOperation));

    private static bool IsInDirective(SyntaxNode node)
    {
        var depth = 0;
        foreach (var trivia in node.SyntaxTree.GetRoot().DescendantTrivia(n => n.FullSpan.Start < node.SpanStart && n.ContainsDirectives).Where(t => t.SpanStart < node.SpanStart))
        {
            if (trivia.GetStructure() is Microsoft.CodeAnalysis.CSharp.Syntax.IfDirectiveTriviaSyntax)
                depth++;
            else if (trivia.GetStructure() is Microsoft.CodeAnalysis.CSharp.Syntax.EndIfDirectiveTriviaSyntax)
                depth--;
        }

        return depth > 0;
    }
}
