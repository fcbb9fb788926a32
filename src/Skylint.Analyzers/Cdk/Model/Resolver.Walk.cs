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
            private IReadOnlyList<Touch> _touches = [];
            private bool _isInLocalFunctions;
            private bool _unclear;

            /// <summary>The variable's value where it is used.</summary>
            public Value At(IOperation body, Value initial)
            {
                Note(body);
                Run(Inside(body), initial);
                return _unclear || _seen.Count == 0 ? UnknownValue.Instance : Value.Join(_seen) is var value and not NeverValue ? value : UnknownValue.Instance;
            }

            private void Note(IOperation body)
            {
                _references = BodyFacts.Of(body).ReferencesTo(variable!);
                _touches = Touches(variable!, body);
                _isInLocalFunctions = BodyFacts.Of(body).LocalFunctions.Any(function => _touches.Any(touch => !touch.IsReading && function.Syntax.Span.Contains(touch.Reference.Syntax.Span)));
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
                    case OperationKind.Literal or OperationKind.InstanceReference:
                        return state;
                    case OperationKind.LocalReference or OperationKind.ParameterReference:
                        return Mention(operation, state);
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
                        // Its body is read where it is applied; here it matters when it holds the use, and when it changes what it has captured.
                        var lambda = (IAnonymousFunctionOperation)operation;
                        if (use is not null && operation.Syntax.Span.Contains(use.Span) && operation.Syntax != use)
                            Run(lambda.Body, state);
                        return Captured(lambda, state) is { } changed ? Value.Join(state, changed) : state;
                    case OperationKind.ConditionalAccess:
                        return Access((IConditionalAccessOperation)operation, state);
                }

                if (variable is not null && Follow(operation, state, out var followed))
                    return followed;
                foreach (var child in operation.ChildOperations)
                    state = Run(child, state);
                return state;
            }

            /// <summary>False for a statement that neither touches the followed variable nor holds its use: it leaves everything as it is.</summary>
            private bool Concerns(IOperation statement)
            {
                if (statement is IExpressionStatementOperation { Operation.Kind: OperationKind.Throw })
                    return true;
                if (variable is null)
                    return false;
                // Whoever calls such a function need not name the variable.
                if (_isInLocalFunctions)
                    return true;
                var span = statement.Syntax.Span;
                if (use is not null && span.Contains(use.Span))
                    return true;
                for (var i = 0; i < _references.Count; i++)
                {
                    if (span.Contains(_references[i].Syntax.Span))
                        return true;
                }

                foreach (var declaration in variable.DeclaringSyntaxReferences)
                {
                    if (declaration.SyntaxTree == statement.Syntax.SyntaxTree && span.Contains(declaration.Span))
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
                    case ICoalesceAssignmentOperation assignment when PathTo(assignment.Target) is { } path:
                        followed = Run(assignment.Value, state) is { } otherwise
                            ? WriteAt(otherwise, path, 0, Coalesce(MemberAt(otherwise, path), () => reader.Read(assignment.Value, frame.Here(variable!, otherwise))) with { Origin = assignment.Value })
                            : null;
                        return true;
                    case ICompoundAssignmentOperation assignment when IsReference(assignment.Target):
                        followed = Run(assignment.Value, state) is { } added ? Compound(assignment, added) : null;
                        return true;
                    case ICompoundAssignmentOperation assignment when PathTo(assignment.Target) is { } path:
                        followed = Run(assignment.Value, state) is { } more ? WriteAt(more, path, 0, UnknownValue.Something) : null;
                        return true;
                    case IIncrementOrDecrementOperation step when IsReference(step.Target):
                    case IDeclarationPatternOperation pattern when IsVariable(pattern.DeclaredSymbol):
                        followed = UnknownValue.Something;
                        return true;
                    case IIncrementOrDecrementOperation step when PathTo(step.Target) is { } path:
                        followed = WriteAt(state, path, 0, UnknownValue.Something);
                        return true;
                    case IInvocationOperation { Instance: { } list, TargetMethod.Name: "Add" or "AddRange" or "Insert" or "Clear" or "Remove" or "TryAdd" } change when PathTo(list) is { } path:
                        followed = change.Arguments.Aggregate((Value?)state, (now, argument) => Run(argument, now)) is { } reached
                            ? WriteAt(reached, path, 0, Changed(MemberAt(reached, path), change, frame.Here(variable!, reached)))
                            : null;
                        return true;
                    case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } local } call:
                        followed = call.Arguments.Aggregate((Value?)state, (now, argument) => Run(argument, now)) is { } called ? Captured(local, called) ?? called : null;
                        return true;
                    case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local }:
                        followed = Captured(local, state) is { } later ? Value.Join(state, later) : state;
                        return true;
                    case IArgumentOperation argument when IsReference(argument.Value):
                        Run(argument.Value, state);
                        followed = Passed(argument, state);
                        return true;
                    case IInvocationOperation { Instance: { } instance } call when IsReference(instance):
                        followed = call.Arguments.Aggregate(Run(instance, state), (now, argument) => Run(argument, now)) is { } received ? Receive(call, received) : null;
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

                if (target is IPropertyReferenceOperation { Arguments.Length: 1, Instance: { } indexed } indexer && IsReference(indexed))
                {
                    return Run(assignment.Value, state) is { } entry
                        ? WriteEntry(entry, reader.Read(indexer.Arguments[0].Value, frame), reader.Read(assignment.Value, frame.Here(variable!, entry)))
                        : null;
                }

                if (PathTo(target) is { } path)
                {
                    return Run(assignment.Value, state) is { } now
                        ? WriteAt(now, path, 0, reader.Read(assignment.Value, frame.Here(variable!, now)) with { Origin = assignment.Value })
                        : null;
                }

                var rest = Run(assignment.Target, Run(assignment.Value, state));
                // Another name for the same object: what is written through it is not followed.
                return rest is not null && IsReference(assignment.Value) ? Open(rest) : rest;
            }

            /// <summary>The names that lead from the variable to a member of it, as in <c>v.A.B</c>; null for anything else.</summary>
            private List<string>? PathTo(IOperation member)
            {
                List<string>? path = null;
                for (var at = Bare(member); at is IPropertyReferenceOperation { Arguments.Length: 0, Instance: { } } or IFieldReferenceOperation { Instance: { } }; at = Bare(((IMemberReferenceOperation)at).Instance!))
                {
                    var reference = (IMemberReferenceOperation)at;
                    (path ??= []).Insert(0, reference.Member.Name);
                    if (IsReference(reference.Instance!))
                        return path;
                }

                return null;
            }

            private Value MemberAt(Value owner, List<string> path) => path.Aggregate(owner, (value, name) => value.Map(v => reader.Member(v, name)));

            private Value WriteAt(Value owner, List<string> path, int at, Value value) =>
                at == path.Count - 1 ? Write(owner, path[at], value) : owner.Map(o => Write(o, path[at], WriteAt(reader.Member(o, path[at]), path, at + 1, value)));

            /// <summary>The variable is an argument: the library does not change it, a method of this compilation is looked into.</summary>
            private Value? Passed(IArgumentOperation argument, Value state)
            {
                if (argument.Parameter is not { } parameter || parameter.RefKind is RefKind.Out or RefKind.Ref)
                    return UnknownValue.Instance;
                if (parameter.Type.IsValueType || parameter.Type.SpecialType == SpecialType.System_String || state.Alternatives.All(a => a is not (ObjectValue or ListValue or MapValue) || a is ObjectValue o && !reader.CanChange(o.Type)))
                    return state;
                if (argument.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } function } invoked)
                    return Applied(reader.Read(function, frame), parameter.Ordinal, invoked, state);
                if (argument.Parent is IInvocationOperation { TargetMethod: var method } call && reader.Index.Declares(method))
                    return Through(method, parameter, state, call);
                if (argument.Parent is IObjectCreationOperation { Constructor: { } constructor } && reader.Index.Declares(constructor))
                    return Through(constructor, parameter, state, null);
                return Touch.LeavesAlone(argument) ? state : Open(state);
            }

            /// <summary>The variable is handed to a function.</summary>
            private Value Applied(Value function, int ordinal, IInvocationOperation? call, Value state)
            {
                switch ((function as FunctionValue)?.Function)
                {
                    case IAnonymousFunctionOperation { Symbol: var symbol } lambda when ordinal < symbol.Parameters.Length && frame.Depth < MaxDepth && reader.Active.Add(symbol):
                        try
                        {
                            var inner = frame.Call(s_noParameters, frame.This);
                            for (var i = 0; call is not null && i < symbol.Parameters.Length && i < call.Arguments.Length; i++)
                            {
                                if (i != ordinal)
                                    inner = inner.With(symbol.Parameters[i], reader.Read(call.Arguments[i].Value, frame));
                            }

                            return new Flow(reader, inner, symbol.Parameters[ordinal]).AtEnd(lambda, state);
                        }
                        finally
                        {
                            reader.Active.Remove(symbol);
                        }

                    case IMethodReferenceOperation { Method: var method } when ordinal < method.Parameters.Length && reader.Index.Declares(method):
                        return Through(method, method.Parameters[ordinal], state, null);
                    default:
                        return Open(state);
                }
            }

            private Value Through(IMethodSymbol method, IParameterSymbol parameter, Value state, IInvocationOperation? call)
            {
                method = method.OriginalDefinition;
                parameter = method.Parameters[parameter.Ordinal];
                if (frame.Depth >= MaxDepth || reader.Index.BodyOf(method) is not { } body || method.IsVirtual || method.IsOverride)
                    return Open(state);
                if (!BodyFacts.Of(body).Touches.TryGetValue(parameter, out var touches) || touches.All(t => t.IsReading))
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
                Note(body);
                return End(body, initial);
            }

            private Value End(IOperation body, Value initial)
            {
                _ends = [];
                if (Run(Inside(body), initial) is { } end)
                    _ends.Add(end);
                return _unclear ? Open(initial) : Value.Join(_ends) is var value and not NeverValue ? value : Open(initial);
            }

            /// <summary>A method is called on the variable.</summary>
            private Value Receive(IInvocationOperation call, Value state)
            {
                var method = call.TargetMethod;
                if (reader.Index.Declares(method))
                    return method.IsStatic || state.Alternatives.All(a => a is ObjectValue o && !reader.CanChange(o.Type)) || !reader.ChangesItself(method) ? state : Open(state);
                return Changed(state, call, frame.Here(variable!, state));
            }

            // What a method of a library makes of the object that it is called on.
            private Value Changed(Value value, IInvocationOperation call, Frame here) => value.Map(v => v switch
            {
                ListValue or MapValue => call.TargetMethod.Name switch
                {
                    "Add" => reader.Added(v, call, here),
                    "AddRange" when v is ListValue list && call.Arguments.Length == 1 && reader.Read(call.Arguments[0].Value, here) is ListValue more
                        => new ListValue([.. list.Items, .. more.Items], list.IsOpen || more.IsOpen),
                    "ForEach" when v is ListValue list && call.Arguments.Length == 1 && reader.Read(call.Arguments[0].Value, here) is var function
                        => new ListValue([.. list.Items.Select(item => Applied(function, 0, null, item))], list.IsOpen),
                    "Insert" or "AddRange" or "Clear" or "Remove" or "RemoveAt" or "RemoveAll" or "TryAdd" or "Push" or "Enqueue" or "AddFirst" or "AddLast" or "UnionWith" => Open(v),
                    _ => v,
                },
                ObjectValue o when o.Type.TypeKind == TypeKind.Class && Touch.IsTrusted(o.Type) => v,
                UnsetValue or NullValue => UnknownValue.Instance,
                _ => Open(v),
            });

            /// <summary>The variable is named, and nothing above has said what becomes of it.</summary>
            private Value Mention(IOperation reference, Value state)
            {
                for (var i = 0; i < _touches.Count; i++)
                {
                    if (_touches[i].Reference == reference)
                        return _touches[i].Kind switch { TouchKind.Escape => Open(state), TouchKind.Write => UnknownValue.Instance, _ => state };
                }

                return state;
            }

            // `configure?.Invoke(v)` does nothing when nobody gave a function.
            private Value? Access(IConditionalAccessOperation access, Value state)
            {
                var after = Run(access.Operation, state);
                if (variable is null || after is null)
                    return after;
                return reader.Read(access.Operation, frame) switch
                {
                    NullValue or UnsetValue => after,
                    FunctionValue or ObjectValue or ListValue or MapValue => Run(access.WhenNotNull, after),
                    _ => Join(after, Run(access.WhenNotNull, after)),
                };
            }

            /// <summary>What a lambda or local function makes of the variable when it runs; null when it does nothing to it.</summary>
            private Value? Captured(IAnonymousFunctionOperation lambda, Value state) => Captured(lambda.Symbol, lambda, state);

            /// <inheritdoc cref="Captured(IAnonymousFunctionOperation, Value)"/>
            private Value? Captured(IMethodSymbol local, Value state) => variable is not null && reader.Index.BodyOf(local) is { } body ? Captured(local, body, state) : null;

            private Value? Captured(IMethodSymbol function, IOperation body, Value state)
            {
                var span = body.Syntax.Span;
                if (variable is null || !_touches.Any(touch => !touch.IsReading && span.Contains(touch.Reference.Syntax.Span)))
                    return null;
                if (!reader.Active.Add(function))
                    return Open(state);
                try
                {
                    return new Flow(reader, frame, variable) { _touches = _touches, _references = _references, _isInLocalFunctions = _isInLocalFunctions }.End(body, state);
                }
                finally
                {
                    reader.Active.Remove(function);
                }
            }
        }
    }
}
