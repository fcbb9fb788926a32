using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

internal sealed partial class Resolver
{
    // Fields and properties: what an object holds, and what the class around the code writes.
    private sealed partial class Reader
    {
        private Value Field(IFieldReferenceOperation reference, Frame frame)
        {
            var field = reference.Field;
            if (!Index.Declares(field))
                return field.IsStatic && (Trusted(field) || field.ContainingType.TypeKind == TypeKind.Enum) ? new MemberValue(field) : UnknownValue.Instance;
            if (reference.Instance is not null && Read(reference.Instance, frame) is var owner && owner is ObjectValue or OneOfValue)
                return Member(owner, field.Name);
            return OfType(field, field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private);
        }

        private Value Property(IPropertyReferenceOperation reference, Frame frame)
        {
            var property = reference.Property;
            var inSource = Index.Declares(property);
            if (property.IsStatic && !inSource)
                return Trusted(property) ? OfLibrary(property) : UnknownValue.Instance;
            if (property.IsIndexer)
                return reference.Arguments.Length == 1 ? Entry(Read(reference.Instance, frame), Read(reference.Arguments[0].Value, frame)) : UnknownValue.Instance;
            // What a construct's attributes are is decided at deployment, whatever construct it is.
            if (reference.Instance is { } construct && !inSource && property.GetMethod is { } attribute && IsConstruct(property.ContainingType))
                return new CallValue(attribute, new LazyValue(resolver, construct, frame), []);
            if (reference.Instance is not null)
            {
                var owner = Read(reference.Instance, frame);
                if (owner is ObjectValue or OneOfValue or MapValue && !IsConstruct(owner))
                    return Member(owner, property.Name);
                if (!inSource)
                    return owner is UnsetValue or NullValue ? UnsetValue.Instance : new CallValue(property.GetMethod ?? property.SetMethod!, new LazyValue(owner), []);
            }

            if (property.GetMethod is null || property.IsVirtual || property.IsAbstract)
                return UnknownValue.Instance;
            if (!IsAuto(property))
                return Returned(property.GetMethod, s_noParameters, frame.This, frame);
            return OfType(property, property.SetMethod is null || property.SetMethod.IsInitOnly || property.SetMethod.DeclaredAccessibility == Accessibility.Private);
        }

        // A static member of the library is known by its name; the one that stands for a list is that list.
        private static Value OfLibrary(IPropertySymbol property) =>
            property is { Name: "ANY_RESOURCE", ContainingType.Name: "AwsCustomResourcePolicy" } ? new ListValue([new ConstantValue("*")], false) : new MemberValue(property);

        // What a construct's attributes are (an ARN, a name) is decided at deployment: never "unset".
        private bool IsConstruct(Value value) => value is ObjectValue o && IsConstruct(o.Type);

        private bool IsConstruct(INamedTypeSymbol type) => resolver._isConstruct.GetOrAdd(type, t => !Index.Declares(t) && ((INamedTypeSymbol)t).AllInterfaces.Any(i => i is { Name: "IConstruct", ContainingNamespace.Name: "Constructs" }));

        private static Value Entry(Value owner, Value key) => owner switch
        {
            MapValue map when key is ConstantValue { Constant: string name } => map.Entries.TryGetValue(name, out var value) ? value : UnknownValue.Instance,
            ListValue { IsOpen: false } list when key is ConstantValue { Constant: int at } && at >= 0 && at < list.Items.Count => list.Items[at],
            ListValue { IsOpen: false, Items.Count: > 0 } list => Value.Join(list.Items),
            _ => UnknownValue.Instance,
        };

        /// <summary>A field or property of the class around the code: every write to it that the class contains.</summary>
        private Value OfType(ISymbol member, bool writesAreVisible)
        {
            if (resolver._fields.TryGetValue(member, out var known))
                return known;
            if (!writesAreVisible || !Active.Add(member))
                return UnknownValue.Instance;
            try
            {
                var steps = _steps;
                var value = AllWrites(member);
                // A value cut short by the budget of this question may be known to the next one.
                if (_steps < MaxSteps && Active.Count == 1)
                    resolver._fields.TryAdd(member, value);
                return value;
            }
            finally
            {
                Active.Remove(member);
            }
        }

        private Value AllWrites(ISymbol member)
        {
            var values = new List<Value>();
            if (Initializer(member, Frame.Root) is { } initial)
                values.Add(initial);
            var isOpen = false;
            foreach (var node in Index.Occurrences(member.Name, member.ContainingType))
            {
                SyntaxNode access = node.Parent is MemberAccessExpressionSyntax m && m.Name == node ? m : node;
                if (access.Parent is not (AssignmentExpressionSyntax or ArgumentSyntax or MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or InitializerExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or ElementAccessExpressionSyntax))
                    continue;
                if (!SymbolEqualityComparer.Default.Equals(Index.SymbolOf(node), member) || Index.OperationOf(access) is not { } reference)
                    continue;
                switch (reference.Parent)
                {
                    case ISimpleAssignmentOperation assignment when assignment.Target == reference:
                        values.Add(Read(assignment.Value, Frame.Root));
                        break;
                    case ICoalesceAssignmentOperation coalesce when coalesce.Target == reference:
                        values.Add(Read(coalesce.Value, Frame.Root));
                        break;
                    case ICompoundAssignmentOperation compound when compound.Target == reference:
                    case IIncrementOrDecrementOperation:
                        return UnknownValue.Instance;
                    case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref }:
                        return UnknownValue.Instance;
                    case IArgumentOperation argument:
                        isOpen |= !Trusted(argument.Parameter?.ContainingSymbol);
                        break;
                    case IPropertyReferenceOperation { Parent: IAssignmentOperation write } property when write.Target == property:
                        isOpen = true;
                        break;
                    case IInvocationOperation { Instance: { } instance } call when instance == reference:
                        isOpen |= call.TargetMethod.Name is "Add" or "AddRange" or "Insert" or "Clear" or "Remove" or "TryAdd";
                        break;
                }
            }

            if (values.Count == 0)
                return member is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } ? UnknownValue.Instance : Default(member) is UnsetValue ? UnknownValue.Instance : Default(member);
            var joined = Value.Join(values);
            return isOpen ? Open(joined) : joined;
        }

        /// <summary>
        /// False for an object that stays as it was made: settings with get-only properties, a stack that publishes its constructs. What such an object
        /// is passed to need not be looked into.
        /// </summary>
        private bool CanChange(INamedTypeSymbol type) => resolver._canChange.GetOrAdd(type, _ =>
        {
            var at = type;
            for (; at is not null && Index.Declares(at); at = at.BaseType)
            {
                foreach (var member in at.GetMembers())
                {
                    if (member is IPropertySymbol { IsStatic: false, SetMethod.IsInitOnly: false } or IFieldSymbol { IsStatic: false, IsReadOnly: false, IsConst: false, AssociatedSymbol: null })
                        return true;
                }
            }

            // A library class can, but a construct is not changed through its properties.
            return at is { SpecialType: not SpecialType.System_Object } && !at.AllInterfaces.Any(i => i is { Name: "IConstruct", ContainingNamespace.Name: "Constructs" });
        });

        /// <summary>Calls into the CDK and the base library read the options they are given and do not change them. Who stands behind a delegate is another matter.</summary>
        private static bool Trusted(ISymbol? symbol) => symbol is not IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } && symbol?.ContainingAssembly?.Name is { } name
            && (name.StartsWith("Amazon.", StringComparison.Ordinal) || name.StartsWith("System", StringComparison.Ordinal) || name is "Constructs" or "mscorlib" or "netstandard"
                || name.StartsWith("Cdklabs.", StringComparison.Ordinal));
    }
}
