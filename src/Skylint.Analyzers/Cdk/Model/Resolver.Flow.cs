using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

internal sealed partial class Resolver
{
    private sealed partial class Reader
    {
        /// <summary>What a local or parameter holds where it is used.</summary>
        private Value Variable(ISymbol variable, IOperation use, Frame frame)
        {
            if (frame.TryGetHere(variable, out var here))
                return here;
            var cacheable = frame.IsRoot && frame.Depth == 0;
            if (cacheable && resolver._variables.TryGetValue((use.Syntax, variable), out var known))
                return known;
            var outer = frame.Elsewhere();
            var value = VariableAt(variable, use, outer);
            if (cacheable && _steps < MaxSteps && _active.Count == 0)
                resolver._variables.TryAdd((use.Syntax, variable), value);
            return value;
        }

        private Value VariableAt(ISymbol variable, IOperation use, Frame frame)
        {
            if (Body(use, variable) is not { } body)
                return UnknownValue.Instance;
            if (Follow(variable, body.Root, frame) is { } simple)
                return simple;
            var initial = variable is IParameterSymbol parameter ? ParameterValue(parameter, frame) : NeverValue.Instance;
            if (body.Captured is { } lambda)
            {
                // A lambda may run later: it sees what is assigned before it only when nothing is assigned after or inside.
                var last = Touches(variable, body.Root).Where(t => t.IsWrite).Select(t => t.Reference.Syntax.SpanStart).DefaultIfEmpty(-1).Max();
                if (lambda is ILocalFunctionOperation || last >= lambda.Syntax.SpanStart)
                    return Everything(variable, body.Root, initial, frame);
                return new Flow(this, frame, variable, lambda.Syntax).At(body.Root, initial);
            }

            return new Flow(this, frame, variable, use.Syntax).At(body.Root, initial);
        }

        // Most variables are written once, where they are declared, and never changed: no flow is needed.
        private Value? Follow(ISymbol variable, IOperation root, Frame frame)
        {
            var touches = Touches(variable, root);
            if (touches.Any(t => t.IsWrite || t.Changes))
                return null;
            if (variable is IParameterSymbol parameter)
                return ParameterValue(parameter, frame);
            var declarators = Declarators(variable, root);
            return declarators.Count == 1 && declarators[0].GetVariableInitializer() is { } initializer && !IsLoopVariable(declarators[0])
                ? Read(initializer.Value, frame)
                : null;
        }

        private static bool IsLoopVariable(IVariableDeclaratorOperation declarator) => declarator.Parent is IForEachLoopOperation;

        private Value ParameterValue(IParameterSymbol parameter, Frame frame)
        {
            if (frame.TryGetParameter(parameter, out var value) || frame.TryGetParameter(parameter.OriginalDefinition, out value))
                return value;
            if (!frame.IsRoot && parameter.HasExplicitDefaultValue)
                return parameter.ExplicitDefaultValue is { } constant ? Constant(parameter.Type, constant) : NullValue.Instance;
            return FromCallers(parameter, frame);
        }

        private Value Everything(ISymbol variable, IOperation root, Value initial, Frame frame)
        {
            var values = new List<Value> { initial };
            foreach (var declarator in Declarators(variable, root))
            {
                if (declarator.GetVariableInitializer() is { } initializer)
                    values.Add(Read(initializer.Value, frame));
            }

            foreach (var touch in Touches(variable, root))
            {
                if (touch.Changes)
                    return UnknownValue.Instance;
                if (touch.IsWrite)
                    values.Add(touch.Reference.Parent is ISimpleAssignmentOperation assignment ? Read(assignment.Value, frame.Here(variable, UnknownValue.Instance)) : UnknownValue.Instance);
            }

            return Value.Join(values) is var joined and not NeverValue ? joined : UnknownValue.Instance;
        }

        private static IReadOnlyList<IVariableDeclaratorOperation> Declarators(ISymbol variable, IOperation root) =>
            BodyFacts.Of(root).Declarators.TryGetValue(variable, out var declarators) ? declarators : [];

        private static IReadOnlyList<Touch> Touches(ISymbol variable, IOperation root) =>
            BodyFacts.Of(root).Touches.TryGetValue(variable, out var touches) ? touches : [];

        /// <summary>The body that declares the variable, and the outermost lambda or local function between it and the use.</summary>
        private static (IOperation Root, IOperation? Captured)? Body(IOperation use, ISymbol variable)
        {
            IOperation? captured = null;
            for (var at = use; at is not null; at = at.Parent)
            {
                switch (at)
                {
                    case IAnonymousFunctionOperation lambda when lambda.Symbol.Parameters.Contains(variable, SymbolEqualityComparer.Default):
                    case ILocalFunctionOperation local when local.Symbol.Parameters.Contains(variable, SymbolEqualityComparer.Default):
                        return (at, captured);
                    case IAnonymousFunctionOperation or ILocalFunctionOperation:
                        if (Declares(at, variable))
                            return (at, captured);
                        captured = at;
                        break;
                }

                if (at.Parent is null)
                    return (at, captured);
            }

            return null;
        }

        private static bool Declares(IOperation function, ISymbol variable) =>
            variable.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == function.Syntax.SyntaxTree && function.Syntax.Span.Contains(r.Span));
    }

    /// <summary>A place where a variable is used in a way that matters to its value.</summary>
    /// <param name="Reference">The reference.</param>
    /// <param name="IsWrite">The variable gets another value.</param>
    /// <param name="Changes">The object that it holds may get other members.</param>
    private sealed record Touch(IOperation Reference, bool IsWrite, bool Changes);

    /// <summary>Where the variables of a body are declared, written and changed; read once for each body.</summary>
    private sealed class BodyFacts
    {
        private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<IOperation, BodyFacts> s_all = new();

        public Dictionary<ISymbol, List<IVariableDeclaratorOperation>> Declarators { get; } = new(SymbolEqualityComparer.Default);

        public Dictionary<ISymbol, List<Touch>> Touches { get; } = new(SymbolEqualityComparer.Default);

        public static BodyFacts Of(IOperation root) => s_all.GetValue(root, r => new BodyFacts(r));

        private BodyFacts(IOperation root)
        {
            foreach (var operation in root.DescendantsAndSelf())
            {
                switch (operation)
                {
                    case IVariableDeclaratorOperation declarator:
                        Add(Declarators, declarator.Symbol, declarator);
                        break;
                    case ILocalReferenceOperation local:
                        AddTouch(local, local.Local);
                        break;
                    case IParameterReferenceOperation parameter:
                        AddTouch(parameter, parameter.Parameter);
                        break;
                }
            }
        }

        private void AddTouch(IOperation reference, ISymbol variable)
        {
            if (Classify(reference) is { } touch)
                Add(Touches, variable, touch);
        }

        private static Touch? Classify(IOperation reference)
        {
            var use = reference;
            while (use.Parent is IConversionOperation or IParenthesizedOperation)
                use = use.Parent;
            return use.Parent switch
            {
                IAssignmentOperation assignment when assignment.Target == use => new Touch(reference, true, false),
                IIncrementOrDecrementOperation or IDeclarationExpressionOperation => new Touch(reference, true, false),
                IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } => new Touch(reference, true, false),
                // The declared value: what was written into it in the same statement is what the creation shows.
                IArgumentOperation => new Touch(reference, false, true),
                IPropertyReferenceOperation property when property.Instance == use => IsWritten(property) ? new Touch(reference, false, true) : null,
                IFieldReferenceOperation field when field.Instance == use => IsWritten(field) ? new Touch(reference, false, true) : null,
                IInvocationOperation call when call.Instance == use => new Touch(reference, false, true),
                IAssignmentOperation assignment when assignment.Value == use => new Touch(reference, false, true),
                IVariableInitializerOperation => new Touch(reference, false, true),
                _ => null,
            };
        }

        private static bool IsWritten(IOperation member)
        {
            for (var at = member; ; at = at.Parent)
            {
                switch (at.Parent)
                {
                    case IAssignmentOperation assignment:
                        return assignment.Target == at;
                    case IPropertyReferenceOperation property when property.Instance == at:
                        continue;
                    case IInvocationOperation call when call.Instance == at:
                        return call.TargetMethod.Name is "Add" or "AddRange" or "Insert" or "Clear" or "Remove" or "TryAdd";
                    default:
                        return false;
                }
            }
        }

        private static void Add<T>(Dictionary<ISymbol, List<T>> map, ISymbol key, T value)
        {
            if (!map.TryGetValue(key, out var list))
                map.Add(key, list = []);
            list.Add(value);
        }
    }
}
