using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

/// <summary>
/// Reads values out of code: evaluates an expression backwards to what the code shows it to be, through locals, branches, helper
/// methods, parameters, fields and other files. What it cannot tell is <see cref="UnknownValue"/>; it never guesses.
/// Bounded in depth and in steps, so that no code can make it slow.
/// </summary>
internal sealed partial class Resolver(SourceIndex index)
{
    private const int MaxDepth = 5;
    private const int MaxSteps = 20_000;
    private const int MaxNesting = 200;

    // How often something has been left out on this thread: for want of steps, or because it was being read already. See Knowledge.
    [ThreadStatic]
    private static int t_limits;

    [ThreadStatic]
    private static int t_circles;

    private readonly ConcurrentDictionary<(SyntaxNode Use, ISymbol Variable, int Depth), Value> _variables = new();
    private readonly ConcurrentDictionary<ISymbol, Value> _fields = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(IParameterSymbol Parameter, int Depth), Value> _parameters = new();
    private readonly ConcurrentDictionary<IPropertySymbol, bool> _isAuto = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _canChange = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _changesItself = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<Touch>> _touches = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _isConstruct = new(SymbolEqualityComparer.Default);

    public SourceIndex Index { get; } = index;

    /// <summary>Something has been left out that would be read with a larger budget.</summary>
    public static void NoteLimit() => t_limits++;

    /// <summary>What the expression is, as far as the code tells.</summary>
    public Value Resolve(IOperation? operation, Frame frame) => new Reader(this).Read(operation, frame);

    /// <summary>The value of a member of an object: assigned, or what the class makes of it when nobody assigns it.</summary>
    public Value Member(Value owner, string name) => owner is ObjectValue known && known.Members.TryGetValue(name, out var member) ? member : new Reader(this).Member(owner, name);

    /// <summary>One question to the resolver, with its own budget.</summary>
    private sealed partial class Reader(Resolver resolver)
    {
        private HashSet<ISymbol>? _active;
        private HashSet<(SyntaxNode Use, ISymbol Variable, Frame Frame)>? _walked;
        private HashSet<ISymbol>? _asked;
        private int _steps;
        private int _nesting;

        private SourceIndex Index => resolver.Index;

        private HashSet<ISymbol> Active => _active ??= new(SymbolEqualityComparer.Default);

        /// <summary>The types and methods of which it is being found out whether they change an object.</summary>
        private HashSet<ISymbol> Asked => _asked ??= new(SymbolEqualityComparer.Default);

        private bool IsSpent()
        {
            if (++_steps <= MaxSteps && _nesting <= MaxNesting)
                return false;
            NoteLimit();
            return true;
        }

        /// <summary>False for what is being read at the moment: what depends on itself is unknown.</summary>
        private bool Enter(ISymbol symbol)
        {
            if (Active.Add(symbol))
                return true;
            t_circles++;
            return false;
        }

        /// <summary>The state of affairs before a question, from which follows whether its answer is one for good.</summary>
        private Knowledge Begin() => new(t_limits, t_circles, _active is not { Count: > 0 } && _walked is not { Count: > 0 });

        /// <summary>
        /// An answer holds in whatever question it is needed again when nothing was left out for want of steps, and nothing because an earlier part of this
        /// question was reading it already.
        /// </summary>
        private readonly struct Knowledge(int limits, int circles, bool isFirst)
        {
            public bool IsComplete => t_limits == limits && (isFirst || t_circles == circles);
        }

        public Value Read(IOperation? operation, Frame frame)
        {
            if (operation is null)
                return UnsetValue.Instance;
            if (IsSpent())
                return UnknownValue.Instance;
            _nesting++;
            try
            {
                return ReadCore(operation, frame).At(operation);
            }
            finally
            {
                _nesting--;
            }
        }

        private Value ReadCore(IOperation operation, Frame frame)
        {
            // The member of an enum is written: it need not be searched for by its number.
            if (operation is IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum } member })
                return new MemberValue(member);
            if (operation.ConstantValue is { HasValue: true } constant)
                return Constant(operation.Type, constant.Value);

            switch (operation)
            {
                case IParenthesizedOperation parenthesized:
                    return Read(parenthesized.Operand, frame);
                case IConversionOperation { OperatorMethod: null } conversion:
                    return Read(conversion.Operand, frame);
                case IObjectCreationOperation creation:
                    return Created(creation, frame);
                case IArrayCreationOperation array:
                    return Array(array, frame);
                case ILocalReferenceOperation local:
                    return Variable(local.Local, local, frame);
                case IParameterReferenceOperation parameter:
                    return Variable(parameter.Parameter, parameter, frame);
                case IFieldReferenceOperation field:
                    return Field(field, frame);
                case IPropertyReferenceOperation property:
                    return Property(property, frame);
                case IInvocationOperation call:
                    return Called(call, frame);
                case IConditionalOperation { WhenFalse: not null } conditional:
                    return Condition(conditional.Condition, frame) switch
                    {
                        true => Read(conditional.WhenTrue, frame),
                        false => Read(conditional.WhenFalse, frame),
                        null => Value.Join(Read(conditional.WhenTrue, frame), Read(conditional.WhenFalse, frame)),
                    };
                case ICoalesceOperation coalesce:
                    return Coalesce(Read(coalesce.Value, frame), () => Read(coalesce.WhenNull, frame));
                case ICoalesceAssignmentOperation assignment:
                    return Coalesce(Read(assignment.Target, frame), () => Read(assignment.Value, frame));
                case ISwitchExpressionOperation @switch:
                    return Switch(@switch, frame);
                case IInterpolatedStringOperation text:
                    return Interpolated(text, frame);
                case IBinaryOperation binary:
                    return Binary(binary, frame);
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }:
                    return Condition(operation, frame) is { } negated ? new ConstantValue(negated) : UnknownValue.Something;
                case IInstanceReferenceOperation instance:
                    return Instance(instance, frame);
                case ISimpleAssignmentOperation assignment:
                    return Read(assignment.Value, frame);
                case IThrowOperation:
                    return NeverValue.Instance;
                case IDefaultValueOperation { Type.IsReferenceType: true }:
                    return NullValue.Instance;
                case IConditionalAccessInstanceOperation instance:
                    return Accessed(instance, frame);
                case IConditionalAccessOperation access:
                    return Read(access.WhenNotNull, frame) is var value and (UnsetValue or NullValue) ? value : UnknownValue.Instance;
                case IWithOperation with:
                    return With(with, frame);
                case IDelegateCreationOperation { Target: IAnonymousFunctionOperation or IMethodReferenceOperation } function:
                    return new FunctionValue(function.Target);
                case IAnonymousFunctionOperation:
                    return new FunctionValue(operation);
                case ITypeOfOperation or INameOfOperation:
                    return UnknownValue.Something;
            }

            // Collection expressions have an operation only in newer compilers than the oldest supported one; their syntax is there in all.
            if (operation.Syntax is CollectionExpressionSyntax collection && operation.SemanticModel is { } model)
                return Collection(collection, model, frame);
            return UnknownValue.Instance;
        }

        // The `v` of `v?.Name`, which is something where it is used.
        private Value Accessed(IConditionalAccessInstanceOperation instance, Frame frame)
        {
            for (var (at, child) = (instance.Parent, (IOperation)instance); at is not null; (at, child) = (at.Parent, at))
            {
                if (at is IConditionalAccessOperation access && access.WhenNotNull == child)
                    return Read(access.Operation, frame).Map(v => v is NullValue or UnsetValue ? NeverValue.Instance : v);
            }

            return UnknownValue.Instance;
        }

        private static Value Constant(ITypeSymbol? type, object? value)
        {
            if (value is null)
                return NullValue.Instance;
            if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum)
            {
                var member = @enum.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value));
                return member is null ? UnknownValue.Something : new MemberValue(member);
            }

            return new ConstantValue(value);
        }

        private static Value Coalesce(Value left, Func<Value> right)
        {
            var parts = new List<Value>();
            var mayBeNull = false;
            foreach (var alternative in left.Alternatives)
            {
                switch (alternative)
                {
                    case NullValue or UnsetValue:
                        mayBeNull = true;
                        break;
                    case UnknownValue { NotNull: false }:
                        mayBeNull = true;
                        parts.Add(alternative);
                        break;
                    default:
                        parts.Add(alternative);
                        break;
                }
            }

            return mayBeNull ? Value.Join(parts.Append(right())) : left;
        }

        private Value Switch(ISwitchExpressionOperation @switch, Frame frame)
        {
            var value = Read(@switch.Value, frame);
            var arms = new List<Value>();
            foreach (var arm in @switch.Arms)
            {
                var matches = arm.Guard is not null ? null : Matches(arm.Pattern, value, frame);
                if (matches == false)
                    continue;
                arms.Add(Read(arm.Value, frame));
                if (matches == true)
                    break;
            }

            return Value.Join(arms);
        }

        private bool? Matches(IPatternOperation pattern, Value value, Frame frame) => pattern switch
        {
            IDiscardPatternOperation => true,
            IConstantPatternOperation constant => Same(value, Read(constant.Value, frame)),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => Or(Matches(or.LeftPattern, value, frame), Matches(or.RightPattern, value, frame)),
            INegatedPatternOperation not => !Matches(not.Pattern, value, frame),
            _ => null,
        };

        /// <summary>Whether the condition holds, where the code decides it.</summary>
        public bool? Condition(IOperation condition, Frame frame)
        {
            if (IsSpent())
                return null;
            switch (condition)
            {
                case IParenthesizedOperation parenthesized:
                    return Condition(parenthesized.Operand, frame);
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                    return !Condition(not.Operand, frame);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } and:
                    return And(Condition(and.LeftOperand, frame), Condition(and.RightOperand, frame));
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } or:
                    return Or(Condition(or.LeftOperand, frame), Condition(or.RightOperand, frame));
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals:
                    return Same(Read(equals.LeftOperand, frame), Read(equals.RightOperand, frame));
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } notEquals:
                    return !Same(Read(notEquals.LeftOperand, frame), Read(notEquals.RightOperand, frame));
                case IIsPatternOperation pattern:
                    return Matches(pattern.Pattern, Read(pattern.Value, frame), frame);
                default:
                    return condition.Type?.SpecialType == SpecialType.System_Boolean && Read(condition, frame) is ConstantValue { Constant: bool value } ? value : null;
            }
        }

        private static bool? And(bool? left, bool? right) => left == false || right == false ? false : left == true && right == true ? true : null;

        private static bool? Or(bool? left, bool? right) => left == true || right == true ? true : left == false && right == false ? false : null;

        private static bool? Same(Value left, Value right) => (left, right) switch
        {
            (OneOfValue or UnknownValue { NotNull: false }, _) or (_, OneOfValue or UnknownValue { NotNull: false }) => null,
            (NullValue or UnsetValue, NullValue or UnsetValue) => true,
            (NullValue or UnsetValue, _) or (_, NullValue or UnsetValue) => false,
            (ConstantValue l, ConstantValue r) => l.Equals(r),
            (MemberValue { Member: IFieldSymbol { HasConstantValue: true } } l, MemberValue { Member: IFieldSymbol { HasConstantValue: true } } r) => l.Equals(r),
            _ => null,
        };

        private Value Binary(IBinaryOperation binary, Frame frame)
        {
            if (binary.OperatorKind == BinaryOperatorKind.Add && binary.Type?.SpecialType == SpecialType.System_String)
                return Text([Read(binary.LeftOperand, frame), Read(binary.RightOperand, frame)]);
            if (binary.Type?.SpecialType == SpecialType.System_Boolean)
                return Condition(binary, frame) is { } known ? new ConstantValue(known) : UnknownValue.Something;
            if (Read(binary.LeftOperand, frame) is ConstantValue left && Read(binary.RightOperand, frame) is ConstantValue right
                && Number.TryGet(left, out var x) && Number.TryGet(right, out var y))
            {
                var result = binary.OperatorKind switch
                {
                    BinaryOperatorKind.Add => x + y,
                    BinaryOperatorKind.Subtract => x - y,
                    BinaryOperatorKind.Multiply => x * y,
                    BinaryOperatorKind.Divide when y != 0 => x / y,
                    _ => double.NaN,
                };
                if (!double.IsNaN(result))
                    return new ConstantValue(result);
            }

            return UnknownValue.Something;
        }

        private Value Interpolated(IInterpolatedStringOperation text, Frame frame)
        {
            var parts = new List<Value>();
            foreach (var part in text.Parts)
            {
                switch (part)
                {
                    case IInterpolatedStringTextOperation literal:
                        parts.Add(Read(literal.Text, frame));
                        break;
                    case IInterpolationOperation hole:
                        parts.Add(Read(hole.Expression, frame));
                        break;
                    default:
                        return UnknownValue.Something;
                }
            }

            return Text(parts);
        }

        private static Value Text(IEnumerable<Value> values)
        {
            var parts = new List<string?>();
            foreach (var value in values)
            {
                var pieces = value switch
                {
                    TextValue text => text.Parts,
                    ConstantValue constant => [Convert.ToString(constant.Constant, System.Globalization.CultureInfo.InvariantCulture)],
                    NullValue => [""],
                    _ => new string?[] { null },
                };
                foreach (var piece in pieces)
                {
                    if (piece is not null && parts.Count > 0 && parts[parts.Count - 1] is { } last)
                        parts[parts.Count - 1] = last + piece;
                    else
                        parts.Add(piece);
                }
            }

            return parts.Count == 0 ? new ConstantValue("") : parts.Count == 1 && parts[0] is { } whole ? new ConstantValue(whole) : new TextValue(parts);
        }

        private Value Array(IArrayCreationOperation array, Frame frame)
        {
            if (array.Initializer is { } initializer)
                return new ListValue([.. initializer.ElementValues.Select(e => Read(e, frame))], false);
            return array.DimensionSizes.Length == 1 && Read(array.DimensionSizes[0], frame) is ConstantValue { Constant: 0 } ? ListValue.Empty : new ListValue([], true);
        }

        private Value Collection(CollectionExpressionSyntax collection, SemanticModel model, Frame frame)
        {
            var items = new List<Value>();
            var open = false;
            foreach (var element in collection.Elements)
            {
                switch (element)
                {
                    case ExpressionElementSyntax expression:
                        items.Add(Read(model.GetOperation(expression.Expression), frame));
                        break;
                    case SpreadElementSyntax spread:
                        var list = AsList(Read(model.GetOperation(spread.Expression), frame));
                        items.AddRange(list.Items);
                        open |= list.IsOpen;
                        break;
                }
            }

            return new ListValue(items, open);
        }

        private static ListValue AsList(Value value) => value as ListValue ?? new ListValue([], true);

        private Value Instance(IInstanceReferenceOperation instance, Frame frame)
        {
            if (instance.ReferenceKind != InstanceReferenceKind.ImplicitReceiver)
                return frame.This ?? UnknownValue.Something;
            // Inside `new X { Other = { P = v } }`: the object under construction is not needed to read v.
            return UnknownValue.Something;
        }
    }
}
