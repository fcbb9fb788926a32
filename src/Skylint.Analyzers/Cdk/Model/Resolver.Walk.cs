using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

internal sealed partial class Resolver
{
    private sealed partial class Reader
    {
        /// <summary>
        /// Walks a body in the order in which it runs, following one variable (or none) and collecting what is returned. Branches are
        /// joined, a branch that the bound arguments exclude is left out, a loop's body counts as run any number of times.
        /// A null state is code that is not reached.
        /// </summary>
        private sealed partial class Flow(Reader reader, Frame frame, ISymbol? variable = null, SyntaxNode? use = null)
        {
            private readonly List<Value> _seen = [];
            private readonly List<Value> _returned = [];
            private readonly Stack<List<Value>> _breaks = new();
            private List<Value>? _ends;
            private IReadOnlyList<IOperation> _references = [];
            private bool _unclear;

            /// <summary>The variable's value where it is used.</summary>
            public Value At(IOperation body, Value initial)
            {
                _references = BodyFacts.Of(body).ReferencesTo(variable!);
                Run(Inside(body), initial);
                return _unclear || _seen.Count == 0 ? UnknownValue.Instance : Value.Join(_seen) is var value and not NeverValue ? value : UnknownValue.Instance;
            }

            /// <summary>What the body returns.</summary>
            public Value Returned(IOperation body)
            {
                switch (body)
                {
                    case IBlockOperation { Operations.Length: 1 } block when block.Operations[0] is IReturnOperation { ReturnedValue: { } single }:
                        return reader.Read(single, frame);
                    default:
                        Run(Inside(body), NeverValue.Instance);
                        return _unclear || _returned.Count == 0 ? UnknownValue.Instance : Value.Join(_returned);
                }
            }

            // A function's declaration is passed over where it stands among statements; here it is what runs.
            private static IOperation? Inside(IOperation body) => body switch
            {
                ILocalFunctionOperation local => local.Body,
                IAnonymousFunctionOperation lambda => lambda.Body,
                _ => body,
            };

            private static Value? Join(Value? left, Value? right) => left is null ? right : right is null ? left : Value.Join(left, right);

            private Value? Run(IOperation? operation, Value? state)
            {
                if (operation is null || state is null)
                    return state;
                if (++reader._steps > MaxSteps)
                {
                    _unclear = true;
                    return state;
                }

                if (use is not null && operation.Syntax == use && IsUse(operation))
                    _seen.Add(state);
                // By kind, since a body has many operations: each question whether one has an interface costs more than this.
                switch (operation.Kind)
                {
                    case OperationKind.Literal or OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.InstanceReference:
                        return state;
                    case OperationKind.ExpressionStatement or OperationKind.VariableDeclarationGroup when !Concerns(operation):
                        return state;
                    case OperationKind.Conditional:
                        return Branch((IConditionalOperation)operation, state);
                    case OperationKind.Switch:
                        return Switch((ISwitchOperation)operation, state);
                    case OperationKind.Loop:
                        return operation is IForEachLoopOperation each ? Each(each, state) : Loop((ILoopOperation)operation, state);
                    case OperationKind.Try:
                        return Try((ITryOperation)operation, state);
                    case OperationKind.YieldReturn or OperationKind.YieldBreak:
                        _unclear = true;
                        return state;
                    case OperationKind.Return:
                        return Return((IReturnOperation)operation, state);
                    case OperationKind.Throw:
                        var @throw = (IThrowOperation)operation;
                        Run(@throw.Exception, state);
                        // A throw expression is a branch of its own; only a throw statement ends the code after it.
                        return @throw.Parent is IExpressionStatementOperation or IBlockOperation or IConditionalOperation { WhenFalse: null } || @throw.Type is null ? null : state;
                    case OperationKind.Branch:
                        var branch = (IBranchOperation)operation;
                        if (branch.BranchKind == BranchKind.GoTo)
                            _unclear = true;
                        else if (branch.BranchKind == BranchKind.Break && _breaks.Count > 0)
                            _breaks.Peek().Add(state);
                        return null;
                    case OperationKind.LocalFunction:
                        return state;
                    case OperationKind.AnonymousFunction:
                        // Its body is read where it is applied; here it matters when it holds the use, and for what it may do to the variable.
                        if (use is not null && operation.Syntax.Span.Contains(use.Span) && operation.Syntax != use)
                            Run(((IAnonymousFunctionOperation)operation).Body, state);
                        else if (variable is not null && Mentions(operation))
                            return MayHaveRun((IAnonymousFunctionOperation)operation, state);
                        return state;
                }

                if (variable is not null && Follow(operation, state, out var followed))
                    return followed;
                foreach (var child in operation.ChildOperations)
                    state = Run(child, state);
                return state;
            }

            private Value MayHaveRun(IAnonymousFunctionOperation lambda, Value state)
            {
                var outer = _ends;
                _ends = [state];
                if (Run(lambda.Body, state) is { } end)
                    _ends.Add(end);
                var joined = Value.Join(_ends);
                _ends = outer;
                return joined;
            }

            /// <summary>False for a statement that neither touches the followed variable nor holds its use: it leaves everything as it is.</summary>
            private bool Concerns(IOperation statement)
            {
                if (statement is IExpressionStatementOperation { Operation.Kind: OperationKind.Throw })
                    return true;
                if (variable is null)
                    return false;
                var span = statement.Syntax.Span;
                if (use is not null && span.Contains(use.Span))
                    return true;
                if (Mentions(statement))
                    return true;
                foreach (var declaration in variable.DeclaringSyntaxReferences)
                {
                    if (declaration.SyntaxTree == statement.Syntax.SyntaxTree && span.Contains(declaration.Span))
                        return true;
                }

                return false;
            }

            private bool Mentions(IOperation operation)
            {
                var span = operation.Syntax.Span;
                for (var i = 0; i < _references.Count; i++)
                {
                    if (span.Contains(_references[i].Syntax.Span))
                        return true;
                }

                return false;
            }

            private Value? Return(IReturnOperation @return, Value state)
            {
                var end = Run(@return.ReturnedValue, state);
                if (variable is null && @return.ReturnedValue is not null)
                    _returned.Add(reader.Read(@return.ReturnedValue, frame));
                if (end is not null)
                    _ends?.Add(end);
                return null;
            }

            /// <summary>What an operation that writes, passes on or calls the followed variable makes of it; false for any other operation.</summary>
            private bool Follow(IOperation operation, Value state, out Value? followed)
            {
                followed = null;
                switch (operation)
                {
                    case IVariableDeclaratorOperation declarator when IsVariable(declarator.Symbol):
                        followed = declarator.GetVariableInitializer() is not { } initializer ? state
                            : Run(initializer.Value, state) is { } before ? reader.Read(initializer.Value, frame.Here(variable!, before)) : null;
                        return true;
                    case ISimpleAssignmentOperation assignment:
                        followed = Assign(assignment, state);
                        return true;
                    case ICoalesceAssignmentOperation assignment when IsReference(assignment.Target):
                        followed = OrElse(assignment, state);
                        return true;
                    case ICompoundAssignmentOperation assignment when IsReference(assignment.Target):
                        followed = Compound(assignment, Run(assignment.Value, state)!);
                        return true;
                    case IIncrementOrDecrementOperation step when IsReference(step.Target):
                    case IDeclarationPatternOperation pattern when IsVariable(pattern.DeclaredSymbol):
                        followed = UnknownValue.Something;
                        return true;
                    case IArgumentOperation argument when IsReference(argument.Value):
                        Run(argument.Value, state);
                        followed = Passed(argument, state);
                        return true;
                    case IInvalidOperation or IDynamicInvocationOperation or IDynamicObjectCreationOperation when operation.ChildOperations.Any(IsReference):
                        foreach (var child in operation.ChildOperations)
                            Run(child, state);
                        followed = MayChange(state) ? Open(state) : state;
                        return true;
                    case IInvocationOperation { Instance: { } instance } call when IsReference(instance):
                        followed = Run(instance, state);
                        foreach (var argument in call.Arguments)
                            followed = Run(argument, followed);
                        followed = followed is null ? null : Receive(call, followed);
                        return true;
                    case ISymbolInitializerOperation alias when operation.Kind is OperationKind.VariableInitializer or OperationKind.FieldInitializer or OperationKind.PropertyInitializer && IsReference(alias.Value):
                        Run(alias.Value, state);
                        followed = Open(state);
                        return true;
                    default:
                        return false;
                }
            }

            private Value OrElse(ICoalesceAssignmentOperation assignment, Value state) => Coalesce(state, () => reader.Read(assignment.Value, frame.Here(variable!, state)));

            private Value Compound(ICompoundAssignmentOperation assignment, Value state) =>
                assignment.OperatorKind == BinaryOperatorKind.Add && assignment.Type?.SpecialType == SpecialType.System_String
                    ? state.Map(s => Text([s, reader.Read(assignment.Value, frame.Here(variable!, state))]))
                    : UnknownValue.Something;

            private bool IsUse(IOperation operation) => operation switch
            {
                ILocalReferenceOperation local => IsVariable(local.Local),
                IParameterReferenceOperation parameter => IsVariable(parameter.Parameter),
                IAnonymousFunctionOperation => true,
                _ => false,
            };

            private bool IsVariable(ISymbol? symbol) => variable is not null && SymbolEqualityComparer.Default.Equals(symbol, variable);

            private bool IsReference(IOperation operation) => Bare(operation) switch
            {
                ILocalReferenceOperation local => IsVariable(local.Local),
                IParameterReferenceOperation parameter => IsVariable(parameter.Parameter),
                _ => false,
            };

            private static IOperation Bare(IOperation operation)
            {
                while (operation is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
                    operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
                return operation;
            }

            private Value? Assign(ISimpleAssignmentOperation assignment, Value state)
            {
                var target = Bare(assignment.Target);
                if (IsReference(target))
                {
                    if (Run(assignment.Value, state) is not { } before)
                        return null;
                    return reader.Read(assignment.Value, frame.Here(variable!, before));
                }

                // v.A = x, v.A.B = x, v["k"] = x
                var path = new List<string>();
                for (var at = target; ; at = Bare(((IMemberReferenceOperation)at).Instance!))
                {
                    if (at is IPropertyReferenceOperation { Arguments.Length: 1, Instance: { } indexed } indexer && path.Count == 0 && IsReference(indexed))
                    {
                        return Run(assignment.Value, state) is { } before
                            ? WriteEntry(before, reader.Read(indexer.Arguments[0].Value, frame), reader.Read(assignment.Value, frame.Here(variable!, before)))
                            : null;
                    }

                    if (at is not (IPropertyReferenceOperation { Arguments.Length: 0 } or IFieldReferenceOperation) || ((IMemberReferenceOperation)at).Instance is not { } instance)
                        break;
                    path.Insert(0, ((IMemberReferenceOperation)at).Member.Name);
                    if (!IsReference(instance))
                        continue;
                    if (Run(assignment.Value, state) is not { } now)
                        return null;
                    var value = reader.Read(assignment.Value, frame.Here(variable!, now)) with { Origin = assignment.Value };
                    return WriteAt(now, path, 0, value);
                }

                var rest = Run(assignment.Target, Run(assignment.Value, state));
                // Another name for the same object: what is written through it is not followed.
                return rest is not null && IsReference(assignment.Value) ? Open(rest) : rest;
            }

            private Value WriteAt(Value owner, List<string> path, int at, Value value) =>
                at == path.Count - 1 ? Write(owner, path[at], value) : owner.Map(o => Write(o, path[at], WriteAt(reader.Member(o, path[at]), path, at + 1, value)));

            /// <summary>The variable is an argument: the library does not change it, a method of this compilation is looked into.</summary>
            private Value? Passed(IArgumentOperation argument, Value state)
            {
                if (argument.Parameter is not { } parameter || parameter.RefKind is RefKind.Out or RefKind.Ref)
                    return UnknownValue.Instance;
                if (parameter.Type.IsValueType || parameter.Type.SpecialType == SpecialType.System_String || !MayChange(state))
                    return state;
                if (argument.Parent is IInvocationOperation { TargetMethod: var method } call && reader.Index.Declares(method))
                    return Through(method, parameter, state, call);
                if (argument.Parent is IObjectCreationOperation { Constructor: { } constructor } && reader.Index.Declares(constructor))
                    return Through(constructor, parameter, state, null);
                return Trusted(parameter.ContainingSymbol) ? state : Open(state);
            }

            private bool MayChange(Value state) => state.Alternatives.Any(a => a is ListValue or MapValue || a is ObjectValue o && reader.CanChange(o.Type));

            private Value? Through(IMethodSymbol method, IParameterSymbol parameter, Value state, IInvocationOperation? call)
            {
                method = method.OriginalDefinition;
                parameter = method.Parameters[parameter.Ordinal];
                if (frame.Depth >= MaxDepth || reader.Index.BodyOf(method) is not { } body || method.IsVirtual || method.IsOverride)
                    return Open(state);
                if (!BodyFacts.Of(body).Touches.TryGetValue(parameter, out var touches) || touches.All(t => !t.IsWrite && !t.Changes))
                    return state;
                if (!reader.Active.Add(method))
                    return Open(state);
                try
                {
                    var bound = call is null ? s_noParameters : reader.Bound(method, call, frame);
                    return new Flow(reader, frame.Call(bound, null), parameter).AtEnd(body, state);
                }
                finally
                {
                    reader.Active.Remove(method);
                }
            }

            /// <summary>What the followed object has become when the method returns.</summary>
            private Value AtEnd(IOperation body, Value initial)
            {
                _ends = [];
                _references = BodyFacts.Of(body).ReferencesTo(variable!);
                if (Run(Inside(body), initial) is { } end)
                    _ends.Add(end);
                return _unclear ? Open(initial) : Value.Join(_ends) is var value and not NeverValue ? value : Open(initial);
            }

            /// <summary>A method is called on the variable.</summary>
            private Value Receive(IInvocationOperation call, Value state)
            {
                var method = call.TargetMethod;
                if (reader.Index.Declares(method))
                    return method.IsStatic || state.Alternatives.All(a => a is ObjectValue o && !reader.CanChange(o.Type)) ? state : Open(state);
                return state.Map(s => s switch
                {
                    ListValue or MapValue => method.Name switch
                    {
                        "Add" => reader.Added(s, call, frame.Here(variable!, state)),
                        "AddRange" when s is ListValue list && call.Arguments.Length == 1 && reader.Read(call.Arguments[0].Value, frame.Here(variable!, state)) is ListValue more
                            => new ListValue([.. list.Items, .. more.Items], list.IsOpen || more.IsOpen),
                        "Insert" or "AddRange" or "Clear" or "Remove" or "RemoveAt" or "RemoveAll" or "TryAdd" or "Push" or "Enqueue" or "AddFirst" or "AddLast" or "UnionWith" => Open(s),
                        _ => s,
                    },
                    ObjectValue o when o.Type.TypeKind == TypeKind.Class && Trusted(o.Type) => s,
                    _ => Open(s),
                });
            }
        }
    }
}
