using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Sdk.Model;

/// <summary>An assignment to a property that the SDK declares.</summary>
internal sealed class PropertySet(ISimpleAssignmentOperation assignment, IPropertyReferenceOperation target)
{
    public ISimpleAssignmentOperation Assignment => assignment;

    public IPropertyReferenceOperation Target => target;

    public IPropertySymbol Property => target.Property;

    public IOperation Value => assignment.Value.Unwrapped();

    /// <summary>The type of the object whose property is set, which may be a subclass of the one that declares it.</summary>
    public ITypeSymbol? Owner => target.Instance?.Type ?? target.Property.ContainingType;

    public Location Location => assignment.Syntax.GetLocation();
}
