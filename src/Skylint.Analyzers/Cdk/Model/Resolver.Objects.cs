using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

internal sealed partial class Resolver
{
    // Objects and their members.
    private sealed partial class Reader
    {
        private Value Created(IObjectCreationOperation creation, Frame frame)
        {
            if (creation.Type is not INamedTypeSymbol type || creation.Constructor is null)
                return UnknownValue.Something;
            if (IsDictionary(type))
                return Dictionary(creation, frame);
            if (IsList(type))
                return List(creation, frame);
            var initializer = creation.Initializer;
            var isPlain = initializer is not null && initializer.Initializers.All(IsPlain);
            Value value = new ObjectValue(type, isPlain ? Members(initializer!, frame) : MemberMap.Empty, Arguments(creation.Arguments, frame), false)
            {
                Constructor = creation.Constructor,
            };
            return initializer is null || isPlain ? value : Initialized(value, initializer, frame);
        }

        private static bool IsPlain(IOperation initializer) =>
            initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 0 } or IFieldReferenceOperation };

        // Read when a rule asks, with a budget of its own.
        private MemberMap Members(IObjectOrCollectionInitializerOperation initializer, Frame frame)
        {
            var count = initializer.Initializers.Length;
            var (names, values) = (new string[count], new LazyValue[count]);
            for (var i = 0; i < count; i++)
            {
                var assignment = (ISimpleAssignmentOperation)initializer.Initializers[i];
                names[i] = ((IMemberReferenceOperation)assignment.Target).Member.Name;
                values[i] = new LazyValue(resolver, assignment.Value, frame);
            }

            return MemberMap.Of(names, values);
        }

        private Value Initialized(Value value, IObjectOrCollectionInitializerOperation initializer, Frame frame)
        {
            foreach (var operation in initializer.Initializers)
            {
                switch (operation)
                {
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 0 } property } assignment:
                        value = WriteLater(value, property.Property.Name, assignment.Value, frame);
                        break;
                    case ISimpleAssignmentOperation { Target: IFieldReferenceOperation field } assignment:
                        value = WriteLater(value, field.Field.Name, assignment.Value, frame);
                        break;
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 1 } indexer } assignment:
                        value = WriteEntry(value, Read(indexer.Arguments[0].Value, frame), Read(assignment.Value, frame));
                        break;
                    case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation property } member:
                        value = Write(value, property.Property.Name, Initialized(Member(value, property.Property.Name), member.Initializer, frame));
                        break;
                    case IInvocationOperation { TargetMethod.Name: "Add" } add:
                        value = Added(value, add, frame);
                        break;
                    default:
                        value = Open(value);
                        break;
                }
            }

            return value;
        }

        private static bool IsDictionary(ITypeSymbol type) => type.Name is "Dictionary" or "SortedDictionary" or "ConcurrentDictionary" && IsCollectionNamespace(type);

        private static bool IsList(ITypeSymbol type) => type.Name is "List" or "HashSet" or "Collection" or "Stack" or "Queue" or "SortedSet" or "LinkedList" && IsCollectionNamespace(type);

        private static bool IsCollectionNamespace(ITypeSymbol type) => type.ContainingNamespace is { } ns
            && (ns.Name is "Generic" or "Concurrent" or "ObjectModel") && ns.ContainingNamespace?.Name == "Collections";

        private Value List(IObjectCreationOperation creation, Frame frame)
        {
            Value list = ListValue.Empty;
            foreach (var argument in creation.Arguments)
            {
                if (argument.Parameter?.Name == "collection")
                    list = AsList(Read(argument.Value, frame));
            }

            return creation.Initializer is null ? list with { Origin = null } : Initialized(list, creation.Initializer, frame);
        }

        private Value Dictionary(IObjectCreationOperation creation, Frame frame)
        {
            Value map = MapValue.Empty;
            foreach (var argument in creation.Arguments)
            {
                if (argument.Parameter?.Name is "dictionary" or "collection")
                    map = Read(argument.Value, frame) as MapValue ?? new MapValue(MapValue.Empty.Entries, true);
            }

            return creation.Initializer is null ? map with { Origin = null } : Initialized(map, creation.Initializer, frame);
        }

        private MemberMap Arguments(ImmutableArray<IArgumentOperation> arguments, Frame frame)
        {
            if (arguments.Any(a => a.Parameter is null))
                arguments = arguments.RemoveAll(a => a.Parameter is null);
            var (names, values) = (new string[arguments.Length], new LazyValue[arguments.Length]);
            for (var i = 0; i < arguments.Length; i++)
            {
                names[i] = arguments[i].Parameter!.Name;
                values[i] = arguments[i].ArgumentKind == ArgumentKind.DefaultValue ? Optional(arguments[i].Value, frame) : new LazyValue(resolver, arguments[i].Value, frame);
            }

            return MemberMap.Of(names, values);
        }

        private LazyValue Optional(IOperation value, Frame frame) => new(() => new Reader(resolver).UnsetOr(value, frame));

        // An optional argument that is left out is its default, which for the library's options means that it is not set.
        private Value UnsetOr(IOperation value, Frame frame) => Read(value, frame) is var read && read is NullValue ? UnsetValue.Instance : read;

        // Read when a rule asks, with a budget of its own.
        private Value WriteLater(Value target, string member, IOperation value, Frame frame) => target.Map(t => t is ObjectValue o
            ? o with { Members = o.Members.SetItem(member, new LazyValue(resolver, value, frame)) }
            : Write(t, member, Read(value, frame)));

        private static Value Write(Value target, string member, Value value) => target.Map(t => t switch
        {
            ObjectValue o => o.With(member, value),
            MapValue m => m with { Entries = m.Entries.SetItem(member, value) },
            _ => t,
        });

        private static Value WriteEntry(Value target, Value key, Value value) => target.Map(t => t switch
        {
            MapValue m when key is ConstantValue { Constant: string name } => m with { Entries = m.Entries.SetItem(name, value) },
            MapValue m => m with { IsOpen = true },
            ListValue l => l with { IsOpen = true },
            _ => t,
        });

        private Value Added(Value target, IInvocationOperation add, Frame frame)
        {
            var arguments = add.Arguments;
            return target.Map(t => t switch
            {
                ListValue l when arguments.Length == 1 => l with { Items = [.. l.Items, Read(arguments[0].Value, frame)] },
                MapValue when arguments.Length == 2 => WriteEntry(t, Read(arguments[0].Value, frame), Read(arguments[1].Value, frame)),
                _ => Open(t),
            });
        }

        /// <summary>Code that is not seen may have changed the object from here on.</summary>
        private static Value Open(Value value) => value.Map(v => v switch
        {
            ObjectValue { IsOpen: false } o => o with { IsOpen = true, Members = o.Members.Map(OpenShared) },
            ListValue { IsOpen: false } l => l with { IsOpen = true, Items = [.. l.Items.Select(OpenShared)] },
            MapValue { IsOpen: false } m => m with { IsOpen = true, Entries = m.Entries.ToImmutableDictionary(e => e.Key, e => OpenShared(e.Value)) },
            _ => v,
        });

        // And through it the objects that it holds; a construct is not changed through its properties.
        private static Value OpenShared(Value value) => value.Map(v => v is ListValue or MapValue || v is ObjectValue o && Touch.CanBeShared(o.Type) ? Open(v) : v);

        private Value With(IWithOperation with, Frame frame)
        {
            var source = Read(with.Operand, frame);
            return with.Initializer is null ? source : Initialized(source, with.Initializer, frame);
        }

        public Value Member(Value owner, string name) => owner is OneOfValue many ? Value.Join(many.Items.Select(o => MemberOfOne(o, name))) : MemberOfOne(owner, name);

        private Value MemberOfOne(Value owner, string name)
        {
            switch (owner)
            {
                case UnsetValue or NullValue:
                    return UnsetValue.Instance;
                case MapValue map:
                    // Dictionaries given for CloudFormation objects use its spelling or the library's camel case.
                    var key = map.Entries.Keys.FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase));
                    return key is not null ? map.Entries[key] : map.IsOpen ? UnknownValue.Instance : UnsetValue.Instance;
                case ObjectValue o:
                    if (o.Members.TryGetValue(name, out var member))
                        return member;
                    return MissingMember(o, name);
                default:
                    return UnknownValue.Instance;
            }
        }

        private Value MissingMember(ObjectValue owner, string name)
        {
            if (!Index.Declares(owner.Type))
            {
                // What an unset member of another project's class means is for that class to say; the value of a Lazy is for its function.
                if (owner.IsOpen || !Touch.IsTrusted(owner.Type) || owner.Type.ContainingAssembly.Name.StartsWith("System", StringComparison.Ordinal))
                    return UnknownValue.Instance;
                // `new BlockPublicAccess(new BlockPublicAccessOptions { ... })`: the options are the object's members, known or not.
                foreach (var argument in owner.Arguments)
                {
                    if (argument.Value is ObjectValue options && options.Type.GetMembers(name).Length > 0)
                        return MemberOfOne(options, name);
                    if (argument.Value is UnknownValue or OneOfValue && owner.Constructor?.Parameters.FirstOrDefault(p => p.Name == argument.Key)?.Type is { } type
                        && type.AllInterfaces.Prepend(type).Any(t => t.GetMembers(name).Length > 0))
                        return Member(argument.Value, name);
                }

                return UnsetValue.Instance;
            }

            for (var type = owner.Type; type is not null; type = type.BaseType)
            {
                var symbol = type.GetMembers(name).FirstOrDefault(m => m is IPropertySymbol or IFieldSymbol);
                if (symbol is not null)
                    return MadeByClass(owner, symbol);
            }

            return UnknownValue.Instance;
        }

        /// <summary>What a class of this compilation makes of a member that its creator does not assign.</summary>
        private Value MadeByClass(ObjectValue owner, ISymbol member)
        {
            if (!Enter(member))
                return UnknownValue.Instance;
            try
            {
                var isInherited = !Index.Declares(member);
                if (!isInherited && member is IPropertySymbol { GetMethod: { } getter } property && !IsAuto(property))
                    return property.IsVirtual || property.IsAbstract ? UnknownValue.Instance : Returned(getter, s_noParameters, owner, Frame.Root);
                if (owner.IsOpen)
                    return UnknownValue.Instance;
                var frame = Frame.Root;
                if (owner.Constructor is { } constructor && (isInherited || SymbolEqualityComparer.Default.Equals(constructor.ContainingType, member.ContainingType)))
                {
                    var bound = Bind(constructor, owner.Arguments);
                    // A record's positional property is its parameter.
                    if (constructor.Parameters.FirstOrDefault(p => p.Name == member.Name) is { } positional && member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax)
                        return bound.TryGetValue(positional, out var argument) ? argument.Read() : UnknownValue.Instance;
                    frame = Frame.Root.Call(bound, owner);
                    if (Index.BodyOf(constructor) is { } body)
                    {
                        var writes = body.Descendants().OfType<ISimpleAssignmentOperation>().Where(a => IsMember(a.Target, member)).ToList();
                        if (writes.Count == 1 && IsUnconditional(writes[0], body))
                            return IsTouchedElsewhere(owner.Type, member, writes[0].Target) ? UnknownValue.Instance : Read(writes[0].Value, frame);
                        if (writes.Count > 0)
                            return UnknownValue.Instance;
                        if (body is IConstructorBodyOperation { Initializer: not null } && body.Syntax is ConstructorDeclarationSyntax { Initializer.ThisOrBaseKeyword.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ThisKeyword })
                            return UnknownValue.Instance;
                    }
                }
                else if (owner.Constructor is null)
                {
                    return Initializer(member, frame) ?? UnknownValue.Instance;
                }

                return IsTouchedElsewhere(owner.Type, member, null) ? UnknownValue.Instance : Initializer(member, frame) ?? Default(member);
            }
            finally
            {
                Active.Remove(member);
            }
        }

        /// <summary>True when the class of an object or one of its base classes does something with the member that decides what it is.</summary>
        private bool IsTouchedElsewhere(INamedTypeSymbol type, ISymbol member, IOperation? known)
        {
            for (var at = type; at is not null && Index.Declares(at); at = at.BaseType)
            {
                foreach (var node in Index.Occurrences(member.Name, at))
                {
                    SyntaxNode access = node.Parent is MemberAccessExpressionSyntax around && around.Name == node ? around : node;
                    if (access == known?.Syntax || !SymbolEqualityComparer.Default.Equals(Index.SymbolOf(node), member) || Index.OperationOf(access) is not IMemberReferenceOperation { Instance: IInstanceReferenceOperation } reference)
                        continue;
                    // What a method writes is written when somebody calls it: from outside, which opens the object, or as it is made.
                    if (Touch.Of(reference) is { } touch && (touch.IsWrite || Opens(touch)) && (IsInConstructor(reference) || CallsItselfWhenMade(type)))
                        return true;
                }
            }

            return false;
        }

        private static bool IsInConstructor(IOperation operation)
        {
            while (operation.Parent is not null)
                operation = operation.Parent;
            return operation is IConstructorBodyOperation;
        }

        private bool CallsItselfWhenMade(INamedTypeSymbol type)
        {
            for (var at = type; at is not null && Index.Declares(at); at = at.BaseType)
            {
                foreach (var constructor in at.InstanceConstructors)
                {
                    if (Index.BodyOf(constructor) is { } body && BodyFacts.Of(body).Instances.Any(i => i.Parent is IInvocationOperation { TargetMethod.MethodKind: not MethodKind.Constructor } call && Index.Declares(call.TargetMethod)))
                        return true;
                }
            }

            return false;
        }

        private static Value Default(ISymbol member)
        {
            var type = (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;
            return type?.SpecialType == SpecialType.System_Boolean ? new ConstantValue(false) : type?.IsReferenceType == true || type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? UnsetValue.Instance : UnknownValue.Something;
        }

        private static bool IsUnconditional(IOperation operation, IOperation body)
        {
            for (var at = operation.Parent; at is not null && at != body; at = at.Parent)
            {
                if (at is IConditionalOperation or ISwitchOperation or ILoopOperation or ITryOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or ISwitchExpressionOperation)
                    return false;
            }

            return true;
        }

        private static bool IsMember(IOperation target, ISymbol member) => target switch
        {
            IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } property => SymbolEqualityComparer.Default.Equals(property.Property, member),
            IFieldReferenceOperation { Instance: IInstanceReferenceOperation } field => SymbolEqualityComparer.Default.Equals(field.Field, member),
            _ => false,
        };

        private Value? Initializer(ISymbol member, Frame frame)
        {
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                var value = reference.GetSyntax() switch
                {
                    PropertyDeclarationSyntax { Initializer: { } initializer } => initializer.Value,
                    VariableDeclaratorSyntax { Initializer: { } initializer } => initializer.Value,
                    _ => null,
                };
                if (value is not null && Index.Contains(value.SyntaxTree))
                    return Read(Index.OperationOf(value), frame.Elsewhere());
            }

            return null;
        }

        private bool IsAuto(IPropertySymbol property) => resolver._isAuto.GetOrAdd(property, static p =>
            p.ContainingType.GetMembers().Any(m => m is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, p)));
    }
}
