using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

internal sealed partial class Resolver
{
    // Calls: helper methods of the compilation, the collection methods that pass elements on, and callers for parameters.
    private sealed partial class Reader
    {
        private static readonly ImmutableDictionary<ISymbol, LazyValue> s_noParameters = ImmutableDictionary.Create<ISymbol, LazyValue>(SymbolEqualityComparer.Default);

        private Value Called(IInvocationOperation call, Frame frame)
        {
            var method = call.TargetMethod;
            if (Index.Declares(method))
            {
                if (method.IsAsync || frame.Depth >= MaxDepth)
                    return UnknownValue.Instance;
                var instance = call.Instance is null or IInstanceReferenceOperation ? frame.This : Read(call.Instance, frame);
                if (method.IsVirtual || method.IsAbstract || method.IsOverride && !method.IsSealed)
                {
                    // The override that runs is known only when the object's class is.
                    if (instance is not ObjectValue exact || exact.Type.FindImplementation(method) is not { } implementation)
                        return UnknownValue.Instance;
                    method = implementation;
                }

                // What a method changes about its object is not followed: a builder that returns itself is open from then on.
                if (instance is ObjectValue { IsOpen: false } changed && CanChange(changed.Type) && ChangesItself(method))
                    instance = Open(changed);
                return Returned(method, Bound(method, call, frame), instance, frame);
            }

            if (method.ContainingType is { TypeKind: TypeKind.Delegate } && call.Instance is not null && Read(call.Instance, frame) is FunctionValue function)
                return Apply(function, [.. call.Arguments.Select(a => Read(a.Value, frame))], frame);
            return Library(call, method, frame);
        }

        private Value Library(IInvocationOperation call, IMethodSymbol method, Frame frame)
        {
            switch (method.ContainingType?.Name)
            {
                case "Enumerable" or "ImmutableArray" or "ImmutableList" or "List" or "Array" or "ImmutableDictionary" or "Dictionary":
                    var source = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
                    var rest = call.Instance is null && method.IsExtensionMethod ? call.Arguments.Skip(1).ToList() : [.. call.Arguments];
                    if (source is not null && Sequence(method, source, rest, frame) is { } sequence)
                        return sequence;
                    break;
                case "String" when method.Name == "Concat":
                    return Text(call.Arguments.SelectMany(a => Read(a.Value, frame) is ListValue { IsOpen: false } parts ? parts.Items : [Read(a.Value, frame)]));
                case "String" when method.Name is "Join" or "Format":
                    return UnknownValue.Something;
                case "Object" when method.Name is "ToString":
                    return UnknownValue.Something;
            }

            if (call.Instance is { } text && text.Type?.SpecialType == SpecialType.System_String && Read(text, frame) is ConstantValue { Constant: string constant })
            {
                switch (method.Name)
                {
                    case "ToLower" or "ToLowerInvariant":
                        return new ConstantValue(constant.ToLowerInvariant());
                    case "ToUpper" or "ToUpperInvariant":
                        return new ConstantValue(constant.ToUpperInvariant());
                    case "Trim" when call.Arguments.Length == 0:
                        return new ConstantValue(constant.Trim());
                }
            }

            var receiver = call.Instance is { } on ? new LazyValue(resolver, on, frame) : null;
            return new CallValue(method, receiver, Given(call.Arguments, frame));
        }

        // What is written between the parentheses, in the order of the parameters. Most questions end at the name of the method.
        private IReadOnlyList<Value> Given(ImmutableArray<IArgumentOperation> arguments, Frame frame)
        {
            if (arguments.Length == 0)
                return [];
            var given = new List<IArgumentOperation>(arguments.Length);
            foreach (var argument in arguments)
            {
                if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                    continue;
                var at = given.Count;
                while (at > 0 && given[at - 1].Parameter?.Ordinal > argument.Parameter?.Ordinal)
                    at--;
                given.Insert(at, argument);
            }

            return new LazyList([.. given.Select(argument => new LazyValue(resolver, argument.Value, frame))]);
        }

        private Value? Sequence(IMethodSymbol method, IOperation sourceOperation, List<IArgumentOperation> rest, Frame frame)
        {
            switch (method.Name)
            {
                case "Empty" when rest.Count == 0:
                    return ListValue.Empty;
                case "ToArray" or "ToList" or "AsEnumerable" or "ToImmutableArray" or "ToImmutableList" or "ToHashSet" or "Distinct" or "Reverse" or "OrderBy" or "Cast":
                    return Read(sourceOperation, frame).Map(v => v is ListValue list ? list with { Origin = null } : UnknownValue.Something);
                case "Where" or "Take" or "Skip" or "OfType":
                    return Read(sourceOperation, frame).Map(v => v is ListValue list ? new ListValue([.. list.Items], true) : UnknownValue.Something);
                case "Concat" or "Union" when rest.Count == 1:
                    var left = AsList(Read(sourceOperation, frame));
                    var right = AsList(Read(rest[0].Value, frame));
                    return new ListValue([.. left.Items, .. right.Items], left.IsOpen || right.IsOpen);
                case "Append" or "Prepend" when rest.Count == 1:
                    var list2 = AsList(Read(sourceOperation, frame));
                    return new ListValue([.. list2.Items, Read(rest[0].Value, frame)], list2.IsOpen);
                case "Select" when rest.Count == 1:
                    if (Read(sourceOperation, frame) is not ListValue items)
                        return UnknownValue.Something;
                    var function = Read(rest[0].Value, frame);
                    return new ListValue([.. items.Items.Select(i => Apply(function, [i], frame))], items.IsOpen);
                case "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" when rest.Count == 0:
                    return Read(sourceOperation, frame) is ListValue { IsOpen: false, Items.Count: > 0 } some ? Value.Join(some.Items) : UnknownValue.Instance;
                default:
                    return null;
            }
        }

        private Value Apply(Value function, IReadOnlyList<Value> arguments, Frame frame)
        {
            switch ((function as FunctionValue)?.Function)
            {
                case IAnonymousFunctionOperation lambda:
                    var inner = frame;
                    for (var i = 0; i < lambda.Symbol.Parameters.Length && i < arguments.Count; i++)
                        inner = inner.With(lambda.Symbol.Parameters[i], arguments[i]);
                    return new Flow(this, inner).Returned(lambda.Body);
                case IMethodReferenceOperation { Method: var method } when Index.Declares(method) && !method.IsVirtual && !method.IsAbstract:
                    var bound = s_noParameters;
                    for (var i = 0; i < method.Parameters.Length && i < arguments.Count; i++)
                        bound = bound.SetItem(method.Parameters[i], new LazyValue(arguments[i]));
                    return Returned(method, bound, frame.This, frame);
                default:
                    return UnknownValue.Instance;
            }
        }

        private ImmutableDictionary<ISymbol, LazyValue> Bound(IMethodSymbol method, IInvocationOperation call, Frame frame)
        {
            var bound = s_noParameters;
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter is { } parameter && parameter.Ordinal < method.Parameters.Length)
                    bound = bound.SetItem(method.Parameters[parameter.Ordinal].OriginalDefinition, new LazyValue(resolver, argument.Value, frame));
            }

            return bound;
        }

        /// <summary>Parameters by their arguments; what is not passed is the default.</summary>
        private static ImmutableDictionary<ISymbol, LazyValue> Bind(IMethodSymbol method, MemberMap arguments)
        {
            var bound = s_noParameters;
            foreach (var parameter in method.Parameters)
            {
                if (arguments.ContainsKey(parameter.Name))
                    bound = bound.SetItem(parameter, new LazyValue(() => arguments.TryGetValue(parameter.Name, out var value) ? value : UnknownValue.Instance));
            }

            return bound;
        }

        /// <summary>What a method of this compilation returns under the given arguments.</summary>
        private Value Returned(IMethodSymbol method, ImmutableDictionary<ISymbol, LazyValue> arguments, Value? instance, Frame frame)
        {
            method = method.OriginalDefinition;
            if (frame.Depth >= MaxDepth || Index.BodyOf(method) is not { } body || !Enter(method))
                return UnknownValue.Instance;
            try
            {
                return new Flow(this, frame.Call(arguments, instance)).Returned(body);
            }
            finally
            {
                Active.Remove(method);
            }
        }

        /// <summary>What the visible callers pass for a parameter; unknown when callers may be elsewhere.</summary>
        private Value FromCallers(IParameterSymbol parameter, Frame frame)
        {
            if (parameter.RefKind != RefKind.None || parameter.ContainingSymbol is not IMethodSymbol method)
                return UnknownValue.Instance;
            if (resolver._parameters.TryGetValue((parameter, frame.Depth), out var known))
                return known;
            var knowledge = Begin();
            if (frame.Depth >= MaxDepth || !CallersAreVisible(method) || !Enter(parameter))
                return UnknownValue.Instance;
            try
            {
                if (Index.CallsOf(method) is not { Count: > 0 } calls)
                    return UnknownValue.Instance;
                var value = Value.Join(calls.Select(call => Argument(call, parameter, frame.Caller())));
                if (value is NeverValue)
                    value = UnknownValue.Instance;
                if (knowledge.IsComplete)
                    resolver._parameters.TryAdd((parameter, frame.Depth), value);
                return value;
            }
            finally
            {
                Active.Remove(parameter);
            }
        }

        private bool CallersAreVisible(IMethodSymbol method)
        {
            if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.Constructor or MethodKind.LocalFunction) || method.IsVirtual || method.IsOverride || method.IsAbstract)
                return false;
            if (method.MethodKind == MethodKind.LocalFunction || method.DeclaredAccessibility == Accessibility.Private)
                return true;
            // Only a program is sure to hold all callers, and even there an interface may hide one.
            return Index.IsProgram && (method.MethodKind == MethodKind.Constructor || method.IsStatic || method.ContainingType.AllInterfaces.All(i => i.GetMembers(method.Name).IsEmpty));
        }

        private Value Argument(IOperation call, IParameterSymbol parameter, Frame frame)
        {
            var arguments = call is IInvocationOperation invocation ? invocation.Arguments : ((IObjectCreationOperation)call).Arguments;
            foreach (var argument in arguments)
            {
                if (argument.Parameter?.Ordinal == parameter.Ordinal)
                    return argument.ArgumentKind == ArgumentKind.DefaultValue ? UnsetOr(argument.Value, frame) : Read(argument.Value, frame);
            }

            return UnknownValue.Instance;
        }
    }
}

file static class Implementations
{
    /// <summary>The method that runs for this class when the declared one is called.</summary>
    public static IMethodSymbol? FindImplementation(this INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return type.FindImplementationForInterfaceMember(method) as IMethodSymbol;
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var candidate in at.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (var overridden = candidate; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
                        return candidate.IsAbstract ? null : candidate;
                }
            }
        }

        return null;
    }
}
