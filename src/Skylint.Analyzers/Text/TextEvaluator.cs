using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text;

/// <summary>
/// Evaluates a text expression backwards from where it is used. One instance serves one use: it has a budget, and when that is
/// spent, <see cref="GaveUp"/> is set and the answer means nothing. What holds for the whole compilation (<see cref="Shared"/>)
/// has a budget of its own and is worked out once.
/// </summary>
internal sealed partial class TextEvaluator(TextModel model, CancellationToken cancellationToken, IReadOnlyList<string>? sanitizers = null)
{
    /// <summary>Steps for one use, and for one question about a member.</summary>
    internal const int Budget = 2000;

    // All questions of one use together: members that depend on each other in a circle cannot be shared.
    private const int Total = 10 * Budget;
    private const int MaxDepth = 4;
    private const int MaxNesting = 200;

    private int _left = Budget;
    private int _spent;
    private int _nesting;
    private bool _tooDeep;
    private bool _approximates;
    private bool _hasApproximated;

    /// <summary>The budget is spent. The result must not be reported.</summary>
    public bool GaveUp => _left < 0;

    /// <summary>What the evaluation has cost so far, in steps.</summary>
    public int Spent => _spent;

    public TextModel Model => model;

    /// <summary>
    /// Text that is harmless whichever definitions reach it may be taken for all of them together: enough to know that there is nothing to report. What is reported is
    /// evaluated exactly.
    /// </summary>
    public bool MayApproximate { get; init; }

    public TextValue Evaluate(IOperation? operation)
    {
        _approximates = MayApproximate;
        var value = Evaluate(operation, Frame.Root);
        if (!_hasApproximated || GaveUp || value.Provenance < Provenance.Unknown)
            return value;
        _approximates = false;
        _known.Clear();
        _left = Budget;
        return Evaluate(operation, Frame.Root);
    }

    private TextValue Evaluate(IOperation? operation, Frame frame)
    {
        if (operation is null || GaveUp)
            return TextValue.Empty;
        if (!Spend(1) || _nesting >= MaxNesting)
        {
            _tooDeep |= _nesting >= MaxNesting;
            _left = -1;
            return TextValue.Empty;
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
        {
            return constant switch
            {
                null => TextValue.Empty,
                string text => TextValue.Fixed(text, operation.Syntax),
                char c => TextValue.Fixed(c.ToString(), operation.Syntax),
                _ => TextValue.Inert(operation.Syntax),
            };
        }

        if (model.Library.IsInert(operation.Type) && operation is not IConversionOperation { Operand.Type.SpecialType: SpecialType.System_Object })
            return TextValue.Inert(operation.Syntax);
        _nesting++;
        try
        {
            return EvaluateShape(operation, frame);
        }
        finally
        {
            _nesting--;
        }
    }

    private TextValue EvaluateShape(IOperation operation, Frame frame)
    {
        switch (operation)
        {
            case IInvalidOperation:
                // Code that does not compile says nothing, and so do we.
                _left = -1;
                return TextValue.Empty;
            case ILocalReferenceOperation or IParameterReferenceOperation:
                return EvaluateVariable(operation, frame);
            case IConversionOperation conversion:
                return Evaluate(conversion.Operand, frame);
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand, frame);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } binary:
                return EvaluateSum(binary, frame);
            case IInterpolatedStringOperation interpolated:
                return EvaluateAll(interpolated.Parts, frame);
            case IInterpolatedStringTextOperation text:
                return Evaluate(text.Text, frame);
            case IInterpolationOperation interpolation:
                return Evaluate(interpolation.Expression, frame);
            case IInterpolatedStringHandlerCreationOperation handler:
                return Evaluate(handler.Content, frame);
            case IInterpolatedStringAppendOperation append:
                return append.AppendCall is IInvocationOperation { Arguments: { Length: > 0 } parts } ? Evaluate(parts[0].Value, frame) : TextValue.Empty;
            case IInterpolatedStringAdditionOperation addition:
                return Evaluate(addition.Left, frame).Then(Evaluate(addition.Right, frame));
            case IConditionalOperation conditional:
                return Evaluate(conditional.WhenTrue, frame).Or(Evaluate(conditional.WhenFalse, frame));
            case ICoalesceOperation coalesce:
                return Evaluate(coalesce.Value, frame).Or(Evaluate(coalesce.WhenNull, frame));
            case ISwitchExpressionOperation @switch:
                return EvaluateAll(@switch.Arms.Select(arm => arm.Value), frame, TextShape.Choice);
            case ISimpleAssignmentOperation assignment:
                return Evaluate(assignment.Value, frame);
            case ICompoundAssignmentOperation compound:
                return Evaluate(compound.Target, frame).Then(Evaluate(compound.Value, frame));
            case ICoalesceAssignmentOperation coalesce:
                return Evaluate(coalesce.Target, frame).Or(Evaluate(coalesce.Value, frame));
            case IAwaitOperation await:
                return Evaluate(await.Operation, frame);
            case IThrowOperation or IDefaultValueOperation or ITypeOfOperation or INameOfOperation:
                return TextValue.FixedName(operation.Syntax);
            case IConditionalAccessOperation access:
                return Evaluate(access.WhenNotNull, frame);
            case IConditionalAccessInstanceOperation instance:
                return EvaluateConditionalInstance(instance, frame);
            case IArrayCreationOperation array:
                return array.Initializer is null ? TextValue.Empty : EvaluateAll(array.Initializer.ElementValues, frame);
            case IArrayInitializerOperation initializer:
                return EvaluateAll(initializer.ElementValues, frame);
            case IArrayElementReferenceOperation element:
                return Evaluate(element.ArrayReference, frame);
            case ITupleOperation tuple:
                return EvaluateAll(tuple.Elements, frame);
            case IRangeOperation:
                return TextValue.Inert(operation.Syntax);
            case ITranslatedQueryOperation query:
                return Evaluate(query.Operation, frame);
            case IObjectCreationOperation creation:
                return EvaluateCreation(creation, frame);
            case IFieldReferenceOperation field:
                return Guarded(field, EvaluateField(field, frame), frame);
            case IPropertyReferenceOperation property:
                return Guarded(property, EvaluateProperty(property, frame), frame);
            case IInvocationOperation invocation:
                return EvaluateInvocation(invocation, frame);
            case IDelegateCreationOperation { Target: var target }:
                return Evaluate(target, frame);
            case IAnonymousFunctionOperation function:
                return EvaluateReturns(function, frame);
            case IInstanceReferenceOperation:
                return TextValue.Empty;
            case IImplicitIndexerReferenceOperation indexer:
                return Evaluate(indexer.Instance, frame);
            case IIsPatternOperation or IIsTypeOperation:
                return TextValue.Inert(operation.Syntax);
        }

        // Collection expressions have no operation class in the compiler that this is built against: the class is newer, its children are not.
        if (operation.Syntax.RawKind == CollectionExpressionKind || operation.Syntax.RawKind == SpreadElementKind)
            return EvaluateAll(operation.ChildOperations, frame);

        // A name that may be one of several is no operation at all.
        if (operation.Kind == OperationKind.None)
        {
            _left = -1;
            return TextValue.Empty;
        }

        return Unknown(operation, OriginKind.Value, "");
    }

    private const int CollectionExpressionKind = (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.CollectionExpression;
    private const int SpreadElementKind = (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.SpreadElement;

    private TextValue EvaluateAll(IEnumerable<IOperation> operations, Frame frame, TextShape shape = TextShape.Sequence)
    {
        var union = new TextUnion(shape);
        foreach (var operation in operations)
            union.Add(Evaluate(operation, frame));
        return union.Value;
    }

    /// <summary>Pays for work; false when the budget is spent.</summary>
    private bool Spend(int steps)
    {
        _spent += steps;
        _left -= steps;
        _tooDeep |= _spent > Total;
        if (_left < 0 || _tooDeep)
            _left = -1;
        return _left >= 0;
    }

    // Long chains of + nest to the left as deep as they are long.
    private TextValue EvaluateSum(IBinaryOperation binary, Frame frame)
    {
        var operands = new Stack<IOperation>();
        IOperation current = binary;
        while (current is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false } sum)
        {
            operands.Push(sum.RightOperand);
            current = sum.LeftOperand;
        }

        operands.Push(current);
        return EvaluateAll(operands, frame);
    }

    private TextValue EvaluateConditionalInstance(IConditionalAccessInstanceOperation instance, Frame frame)
    {
        IOperation child = instance;
        for (var current = instance.Parent; current is not null; child = current, current = current.Parent)
        {
            if (current is IConditionalAccessOperation access && access.WhenNotNull == child)
                return Evaluate(access.Operation, frame);
        }

        return Unknown(instance, OriginKind.Value, "");
    }

    private static TextValue Unknown(IOperation operation, OriginKind kind, string name) =>
        TextValue.Of(new Fragment(Provenance.Unknown, null, operation.Syntax, kind, name));

    private static TextValue External(IOperation operation, OriginKind kind, string name) =>
        TextValue.Of(new Fragment(Provenance.External, null, operation.Syntax, kind, name));
}
