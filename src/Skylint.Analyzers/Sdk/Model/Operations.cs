using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Sdk.Model;

/// <summary>Small questions about operations.</summary>
internal static class Operations
{
    /// <summary>The value without the conversions and parentheses around it.</summary>
    public static IOperation Unwrapped(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The outermost operation around this one: the body of the member, or the initialiser of a field.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    public static IEnumerable<IOperation> Ancestors(this IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
            yield return at;
    }

    public static bool IsNull(this IOperation operation) => operation.Unwrapped().ConstantValue is { HasValue: true, Value: null };

    /// <summary>The constant as a whole number, whatever its integer type.</summary>
    public static bool TryGetInteger(this IOperation operation, out long value)
    {
        value = 0;
        if (operation.Unwrapped().ConstantValue is not { HasValue: true, Value: { } constant })
            return false;
        switch (constant)
        {
            case int i:
                value = i;
                return true;
            case long l:
                value = l;
                return true;
            case short s:
                value = s;
                return true;
            case byte b:
                value = b;
                return true;
            case uint u:
                value = u;
                return true;
            default:
                return false;
        }
    }

    public static bool IsConstant(this IOperation operation, object constant) =>
        operation.Unwrapped().ConstantValue is { HasValue: true, Value: { } value } && value.Equals(constant);

    public static string? Text(this IOperation operation) => operation.Unwrapped().ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The static field or property that an expression names, such as an enum-like member of the SDK's constant classes.</summary>
    public static ISymbol? StaticMember(this IOperation operation) => operation.Unwrapped() switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true } field } => field,
        IPropertyReferenceOperation { Property: { IsStatic: true } property } => property,
        _ => null,
    };

    /// <summary>The name of the method or type in a call or creation; the whole expression where the syntax has neither.</summary>
    public static Location NameLocation(this IOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.GetLocation(),
        ObjectCreationExpressionSyntax creation => Location.Create(creation.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(creation.SpanStart, creation.Type.Span.End)),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        _ => operation.Syntax.GetLocation(),
    };

    /// <summary>True when two expressions read the same variable through the same members, without a call in between.</summary>
    public static bool IsSamePath(IOperation? left, IOperation? right)
    {
        left = Named(left);
        right = Named(right);
        return (left, right) switch
        {
            (ILocalReferenceOperation l, ILocalReferenceOperation r) => SymbolEqualityComparer.Default.Equals(l.Local, r.Local),
            (IParameterReferenceOperation l, IParameterReferenceOperation r) => SymbolEqualityComparer.Default.Equals(l.Parameter, r.Parameter),
            (IInstanceReferenceOperation l, IInstanceReferenceOperation r) => l.ReferenceKind == r.ReferenceKind,
            (IFieldReferenceOperation l, IFieldReferenceOperation r) => SymbolEqualityComparer.Default.Equals(l.Field, r.Field) && (l.Field.IsStatic || IsSamePath(l.Instance, r.Instance)),
            (IPropertyReferenceOperation l, IPropertyReferenceOperation r) => SymbolEqualityComparer.Default.Equals(l.Property, r.Property) && l.Arguments.IsEmpty && r.Arguments.IsEmpty && (l.Property.IsStatic || IsSamePath(Receiver(l), Receiver(r))),
            _ => false,
        };
    }

    // `a?.B` is the path a.B to whoever asks what it is compared with.
    private static IOperation? Named(IOperation? operation)
    {
        operation = operation?.Unwrapped();
        while (operation is IConditionalAccessOperation access)
            operation = access.WhenNotNull.Unwrapped();
        return operation;
    }

    /// <summary>The object that a member is read from, also behind <c>?.</c>.</summary>
    public static IOperation? Receiver(IMemberReferenceOperation member)
    {
        if (member.Instance?.Unwrapped() is not IConditionalAccessInstanceOperation)
            return member.Instance;
        return ConditionalReceiver(member);
    }

    /// <summary>What stands before the <c>?.</c> of which the operation is a part.</summary>
    public static IOperation? ConditionalReceiver(IOperation operation)
    {
        var child = operation;
        foreach (var ancestor in operation.Ancestors())
        {
            if (ancestor is IConditionalAccessOperation access && access.WhenNotNull == child)
                return access.Operation;
            child = ancestor;
        }

        return null;
    }
}
