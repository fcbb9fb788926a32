using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

internal sealed partial class Resolver
{
    private sealed partial class Reader
    {
        // What becomes of the followed object in other hands: methods, functions, whoever has captured it.
        private sealed partial class Flow
        {
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
                    case IAnonymousFunctionOperation { Symbol: var symbol } lambda when ordinal < symbol.Parameters.Length && frame.Depth < MaxDepth && reader.Enter(symbol):
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
                if (!reader.Enter(method))
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
                if (variable is null || after is null || _isDone)
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
                if (!reader.Enter(function))
                    return Open(state);
                try
                {
                    return new Flow(reader, frame, variable) { _facts = _facts, _touches = _touches, _mentions = _mentions, _isInLocalFunctions = _isInLocalFunctions }.End(body, state);
                }
                finally
                {
                    reader.Active.Remove(function);
                }
            }
        }
    }
}
