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
            // Where nothing is known of the caller, the answer holds for the compilation, else for this call.
            var outer = frame.Elsewhere();
            var isShared = outer.IsRoot;
            if (isShared ? resolver._variables.TryGetValue((use.Syntax, variable, outer.Depth), out var known) : outer.TryGetKnown(use.Syntax, variable, out known))
                return known;
            var knowledge = Begin();
            var value = VariableAt(variable, use, outer);
            if (!knowledge.IsComplete)
                return value;
            if (isShared)
                resolver._variables.TryAdd((use.Syntax, variable, outer.Depth), value);
            else
                outer.Know(use.Syntax, variable, value);
            return value;
        }

        private Value VariableAt(ISymbol variable, IOperation use, Frame frame)
        {
            if (Body(use, variable) is not { } body)
                return UnknownValue.Instance;
            if (Follow(variable, body.Root, frame) is { } simple)
                return simple;
            // The condition of a branch asks for variables where they stand in it, and to get there passes the condition.
            if (!(_walked ??= []).Add((use.Syntax, variable, frame)))
            {
                t_circles++;
                return UnknownValue.Instance;
            }

            var value = Walked(variable, use, body.Root, body.Captured, frame);
            _walked.Remove((use.Syntax, variable, frame));
            return value;
        }

        private Value Walked(ISymbol variable, IOperation use, IOperation root, IOperation? captured, Frame frame)
        {
            var initial = variable is IParameterSymbol parameter ? ParameterValue(parameter, frame) : NeverValue.Instance;
            if (captured is { } lambda)
            {
                // A lambda may run later: it sees what is assigned before it only when nothing is assigned after or inside.
                var later = Touches(variable, root).Where(t => t.Reference.Syntax.SpanStart >= lambda.Syntax.SpanStart && !t.IsReading).ToList();
                if (lambda is ILocalFunctionOperation || later.Any(t => t.IsWrite))
                    return Everything(variable, root, initial, frame);
                var before = new Flow(this, frame, variable, lambda.Syntax).At(root, initial);
                return later.Count == 0 ? before : Open(before);
            }

            return new Flow(this, frame, variable, use.Syntax).At(root, initial);
        }

        // Most variables are written once, where they are declared, and never changed: no flow is needed.
        private Value? Follow(ISymbol variable, IOperation root, Frame frame)
        {
            if (Touches(variable, root).Count > 0)
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
                if (touch.IsReading)
                    continue;
                if (!touch.IsWrite)
                    return UnknownValue.Instance;
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
}
