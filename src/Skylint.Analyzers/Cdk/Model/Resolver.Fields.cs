using System.Collections.Concurrent;
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
                return field.IsStatic && (Touch.IsTrusted(field) || field.ContainingType.TypeKind == TypeKind.Enum) ? new MemberValue(field) : UnknownValue.Instance;
            if (reference.Instance is not null && Read(reference.Instance, frame) is var owner && owner is ObjectValue or OneOfValue)
                return Member(owner, field.Name);
            return OfType(field, field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private);
        }

        private Value Property(IPropertyReferenceOperation reference, Frame frame)
        {
            var property = reference.Property;
            var inSource = Index.Declares(property);
            if (property.IsStatic && !inSource)
                return Touch.IsTrusted(property) ? OfLibrary(property) : UnknownValue.Instance;
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
            var knowledge = Begin();
            if (!writesAreVisible || !Enter(member))
                return UnknownValue.Instance;
            try
            {
                var value = AllWrites(member);
                if (knowledge.IsComplete)
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
            foreach (var touch in TouchesOf(member))
            {
                switch (touch)
                {
                    case { IsWrite: true, Reference.Parent: ISimpleAssignmentOperation assignment } when assignment.Target == touch.Reference:
                        values.Add(Read(assignment.Value, Frame.Root));
                        break;
                    case { IsWrite: true, Reference.Parent: ICoalesceAssignmentOperation coalesce }:
                        values.Add(Read(coalesce.Value, Frame.Root));
                        break;
                    case { IsWrite: true }:
                        return UnknownValue.Instance;
                    default:
                        isOpen |= Opens(touch);
                        break;
                }
            }

            if (values.Count == 0)
                return member is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } ? UnknownValue.Instance : Default(member) is UnsetValue ? UnknownValue.Instance : Default(member);
            var joined = Value.Join(values);
            return isOpen ? Open(joined) : joined;
        }

        /// <summary>What the class does with one of its members, and, where others can reach it, what they write into it.</summary>
        private IReadOnlyList<Touch> TouchesOf(ISymbol member) => resolver._touches.GetOrAdd(member, m =>
        {
            var type = (m as IFieldSymbol)?.Type ?? (m as IPropertySymbol)?.Type;
            var isShared = Touch.CanBeShared(type);
            var touches = new List<Touch>();
            foreach (var node in isShared && m.DeclaredAccessibility != Accessibility.Private ? Index.Occurrences(m.Name) : Index.Occurrences(m.Name, m.ContainingType))
            {
                SyntaxNode access = node.Parent is MemberAccessExpressionSyntax around && around.Name == node ? around : node;
                var mayTouch = IsInside(node, m.ContainingType) ? access.Parent is AssignmentExpressionSyntax or ArgumentSyntax or MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or InitializerExpressionSyntax
                        or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or ElementAccessExpressionSyntax
                        || isShared && access.Parent is EqualsValueClauseSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax or ForEachStatementSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax
                            or ExpressionElementSyntax or IsPatternExpressionSyntax
                    : IsWrittenThrough(access);
                if (mayTouch && SymbolEqualityComparer.Default.Equals(Index.SymbolOf(node), m) && Index.OperationOf(access) is { } reference && Touch.Of(reference) is { } touch)
                    touches.Add(touch);
            }

            return touches;
        });

        private static bool IsInside(SyntaxNode node, INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == node.SyntaxTree && r.Span.Contains(node.Span));

        // `Settings.Queue.EnforceSSL = true`
        private static bool IsWrittenThrough(SyntaxNode access)
        {
            var at = access;
            while (at.Parent is MemberAccessExpressionSyntax { } outer && outer.Expression == at)
                at = outer;
            return at != access && at.Parent is AssignmentExpressionSyntax assignment && assignment.Left == at;
        }

        private bool Opens(Touch touch) => touch.Kind == TouchKind.Escape || !touch.IsReading && touch.Reference.Parent switch
        {
            IInvocationOperation call when call.Instance == touch.Reference => Index.Declares(call.TargetMethod)
                ? ChangesItself(call.TargetMethod)
                : call.TargetMethod.Name is "Add" or "AddRange" or "Insert" or "Clear" or "Remove" or "TryAdd" or "ForEach",
            IArgumentOperation or IMemberReferenceOperation or IConversionOperation or IForEachLoopOperation => true,
            _ => Touch.CanBeShared(touch.Reference.Type),
        };

        /// <summary>
        /// True when a method of this compilation may change the object that it is called on: it writes a member, passes the object on, or calls another
        /// method that does.
        /// </summary>
        private bool ChangesItself(IMethodSymbol method)
        {
            method = method.OriginalDefinition;
            if (method.IsStatic)
                return false;
            if (method.IsVirtual || method.IsAbstract || method.IsOverride || Index.BodyOf(method) is not { } body)
                return true;
            if (resolver._changesItself.TryGetValue(method, out var known))
                return known;
            // A call of itself adds nothing to what the rest of the method does.
            if (!Asked.Add(method))
                return false;
            var changes = BodyFacts.Of(body).Instances.Any(instance => instance.Parent is IInvocationOperation call && call.Instance == instance && Index.Declares(call.TargetMethod)
                ? ChangesItself(call.TargetMethod)
                : instance.Parent is not IReturnOperation && Touch.Of(instance) is { IsReading: false });
            Asked.Remove(method);
            return Keep(resolver._changesItself, method, changes);
        }

        // An answer that another one in progress was left out of holds for good only when it is yes.
        private bool Keep(ConcurrentDictionary<ISymbol, bool> answers, ISymbol about, bool answer)
        {
            if (answer || Asked.Count == 0)
                answers.TryAdd(about, answer);
            return answer;
        }

        /// <summary>
        /// False for an object that stays as it was made: settings with get-only properties, a stack that publishes its constructs. What such an object
        /// is passed to need not be looked into.
        /// </summary>
        private bool CanChange(INamedTypeSymbol type)
        {
            if (resolver._canChange.TryGetValue(type, out var known))
                return known;
            if (!Asked.Add(type))
                return false;
            var changes = HasChanging(type);
            Asked.Remove(type);
            return Keep(resolver._canChange, type, changes);
        }

        private bool HasChanging(INamedTypeSymbol type)
        {
            var at = type;
            for (; at is not null && Index.Declares(at); at = at.BaseType)
            {
                foreach (var member in at.GetMembers())
                {
                    if (member is IPropertySymbol { IsStatic: false, SetMethod.IsInitOnly: false } or IFieldSymbol { IsStatic: false, IsReadOnly: false, IsConst: false, AssociatedSymbol: null }
                        || member is IFieldSymbol { IsStatic: false, IsConst: false, Type: var held } && Holds(held))
                        return true;
                }
            }

            // A library class can, but a construct is not changed through its properties.
            return at is { SpecialType: not SpecialType.System_Object } && !at.AllInterfaces.Any(i => i is { Name: "IConstruct", ContainingNamespace.Name: "Constructs" });
        }

        // A read-only field can hold options or a list, which are not.
        private bool Holds(ITypeSymbol type) => type switch
        {
            IArrayTypeSymbol => true,
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named when Touch.CanBeShared(type) => Index.Declares(type) ? CanChange(named) : IsDictionary(type) || IsList(type) || type.IsReferenceType && Touch.IsTrusted(type) && type.ContainingAssembly.Name.StartsWith("Amazon.", StringComparison.Ordinal),
            _ => false,
        };
    }
}
