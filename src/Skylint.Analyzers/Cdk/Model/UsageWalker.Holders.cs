using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

internal sealed partial class UsageWalker
{
    // Arrays, lists, dictionaries and tuples: a construct that is put into one is used by what takes it out again.

    /// <summary>True for a type of the class library that holds others: a collection, an entry of a dictionary, an iterator over one.</summary>
    private static bool IsHolder(ITypeSymbol? type) => type is IArrayTypeSymbol
        || type is INamedTypeSymbol { IsGenericType: true, TypeKind: not TypeKind.Delegate, SpecialType: not SpecialType.System_Nullable_T } named
            && named.ContainingAssembly?.Name is { } assembly && (assembly.StartsWith("System", StringComparison.Ordinal) || assembly is "mscorlib" or "netstandard")
        || type is INamedTypeSymbol { ContainingType: { IsGenericType: true } outer } && IsHolder(outer);

    /// <summary>Follows what is done with a holder; false where that is no different from any other value.</summary>
    private bool FollowHolder(IOperation value, IOperation? parent, bool conditional, int depth)
    {
        switch (parent)
        {
            case IForEachLoopOperation loop when loop.Collection == value:
                if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var each })
                    FollowVariable(each, loop, true, depth);
                else
                    _escapes = true;
                return true;
            case IInvocationOperation call when call.Instance == value:
                FollowTaken(call, call.TargetMethod, conditional, depth);
                return true;
            case IArgumentOperation { Parent: IInvocationOperation call } argument when argument.Parameter?.Ordinal == 0 && call.TargetMethod is { IsExtensionMethod: true } method && Touch.IsTrusted(method) && !index.Declares(method):
                FollowTaken(call, method, conditional, depth);
                return true;
            case IPropertyReferenceOperation property when property.Instance == value:
                if (property.Type is { IsValueType: false, SpecialType: not SpecialType.System_String } && !IsTarget(property))
                    Follow(property, conditional, depth);
                return true;
            case IArrayElementReferenceOperation element when element.ArrayReference == value:
                if (!IsTarget(element))
                    Follow(element, conditional, depth);
                return true;
            case IMemberReferenceOperation { Type: { } type } member when member.Instance == value && type.TypeKind != TypeKind.Delegate:
                Follow(member, conditional, depth);
                return true;
            default:
                return false;
        }
    }

    // What a call gives back is or holds the construct; what a function does that it is given is not followed.
    private void FollowTaken(IInvocationOperation call, IMethodSymbol method, bool conditional, int depth)
    {
        if (call.Arguments.Any(a => a.Parameter?.Type.TypeKind == TypeKind.Delegate || a.Parameter?.RefKind == RefKind.Out))
            _escapes = true;
        else if (call.Type is { SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum } && !(method.Name is "Add" or "Remove" or "Contains"))
            Follow(call, conditional, depth);
    }

    /// <summary>Follows the variable or member that a construct is put into.</summary>
    private void FollowHolderOf(IOperation holder, bool conditional, int depth)
    {
        while (holder is IConversionOperation conversion)
            holder = conversion.Operand;
        if (holder is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
        {
            FollowStored(holder, conditional, depth);
            return;
        }

        var at = holder.Parent;
        while (at is not null and not IObjectCreationOperation)
            at = at.Parent;
        if (at is not null)
            Follow(at, conditional, depth);
    }
}
