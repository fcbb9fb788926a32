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
            private readonly Stack<List<Value>> _continues = new();
            private List<Value>? _ends;
            private BodyFacts? _facts;
            private List<int> _mentions = [];
            private IReadOnlyList<Touch> _touches = [];
            private int _loops;
            private bool _isInLocalFunctions;
            private bool _isDone;
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
                _facts = BodyFacts.Of(body);
                _mentions = MentionsIn(body.Syntax.SyntaxTree);
                _touches = Touches(variable!, body);
                _isInLocalFunctions = _facts.LocalFunctions.Any(function => _touches.Any(touch => !touch.IsReading && function.Syntax.Span.Contains(touch.Reference.Syntax.Span)));
            }

            // Where the variable is declared and named, and where its value is asked for.
            private List<int> MentionsIn(SyntaxTree tree)
            {
                var mentions = new List<int>();
                foreach (var declaration in variable!.DeclaringSyntaxReferences)
                {
                    if (declaration.SyntaxTree == tree)
                        mentions.Add(declaration.Span.Start);
                }

                foreach (var reference in _facts!.ReferencesTo(variable))
                    mentions.Add(reference.Syntax.SpanStart);
                if (use is not null)
                    mentions.Add(use.SpanStart);
                return mentions;
            }

            /// <summary>What the body returns.</summary>
            public Value Returned(IOperation body)
            {
                switch (body)
                {
                    case IBlockOperation { Operations.Length: 1 } block when block.Operations[0] is IReturnOperation { ReturnedValue: { } single }:
                        return reader.Read(single, frame);
                    default:
                        _facts = BodyFacts.Of(body);
                        Run(Inside(body), NeverValue.Instance);
                        return _unclear || _returned.Count == 0 ? UnknownValue.Instance : Value.Join(_returned);
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
                if (operation is null || state is null || _isDone)
                    return state;
                if (++reader._steps > MaxSteps)
                {
                    NoteLimit();
                    _unclear = true;
                    return state;
                }

                if (use is not null && operation.Syntax == use && IsUse(operation))
                {
                    _seen.Add(state);
                    // What comes after the use does not matter to it, except in the next turn of a loop.
                    _isDone = _loops == 0 && !_facts!.Jumps;
                }

                // By kind, since a body has many operations: each question whether one has an interface costs more than this.
                switch (operation.Kind)
                {
                    case OperationKind.Literal or OperationKind.InstanceReference:
                        return state;
                    case OperationKind.LocalReference or OperationKind.ParameterReference:
                        return Mention(operation, state);
                    case OperationKind.ExpressionStatement or OperationKind.VariableDeclarationGroup or OperationKind.Conditional or OperationKind.Switch or OperationKind.Loop or OperationKind.Try
                        or OperationKind.Using or OperationKind.Lock or OperationKind.Block when !Concerns(operation):
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
                        return BodyFacts.IsStatement(@throw) ? null : state;
                    case OperationKind.Branch:
                        var branch = (IBranchOperation)operation;
                        if (branch.BranchKind == BranchKind.GoTo)
                            _unclear = true;
                        else if (branch.BranchKind == BranchKind.Break && _breaks.Count > 0)
                            _breaks.Peek().Add(state);
                        else if (branch.BranchKind == BranchKind.Continue && _continues.Count > 0)
                            _continues.Peek().Add(state);
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

            /// <summary>False for a statement that neither touches the followed variable nor holds its use, and that ends where it ends: it leaves everything as it is.</summary>
            private bool Concerns(IOperation statement)
            {
                // Whoever calls such a function need not name the variable.
                if (_isInLocalFunctions)
                    return true;
                var span = statement.Syntax.Span;
                for (var i = 0; i < _mentions.Count; i++)
                {
                    if (span.Contains(_mentions[i]))
                        return true;
                }

                return _facts!.MayLeave(span);
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
                return rest is not null && IsReference(assignment.Value) && !Touch.IsOption(assignment) ? Open(rest) : rest;
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
        }
    }
}
