using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Sdk.Model;

/// <summary>
/// What a body shows about an object that it makes itself: a request, a configuration. Which properties it sets, and whether other
/// code may have set more.
/// </summary>
internal sealed class ObjectFacts
{
    private readonly Dictionary<string, List<IOperation>> _set = new(StringComparer.Ordinal);
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    private ObjectFacts(IObjectCreationOperation creation) => Creation = creation;

    public IObjectCreationOperation Creation { get; }

    /// <summary>The local that holds the object, if one does.</summary>
    public ILocalSymbol? Local { get; private set; }

    /// <summary>Other code saw the object and may have changed it.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>True when the body shows that nobody sets or fills the property.</summary>
    public bool IsUnset(string property) => !IsOpen && !IsMentioned(property);

    /// <summary>True when the property is set, filled or otherwise used.</summary>
    public bool IsMentioned(string property) => _set.ContainsKey(property) || _touched.Contains(property);

    /// <summary>The values that the property is given.</summary>
    public IReadOnlyList<IOperation> Values(string property) => _set.TryGetValue(property, out var values) ? values : [];

    /// <summary>The one value that the property is given; null when it has none or several.</summary>
    public IOperation? Value(string property) => _set.TryGetValue(property, out var values) && values.Count == 1 ? values[0] : null;

    /// <summary>The facts about the object that an expression names; null when the body does not show how it is made.</summary>
    public static ObjectFacts? Of(IOperation expression, AwsSdk sdk)
    {
        switch (expression.Unwrapped())
        {
            case IObjectCreationOperation creation:
                return Of(creation, sdk);
            case ILocalReferenceOperation local when BodyIndex.Of(expression).SingleValue(local.Local) is IObjectCreationOperation creation:
                return Of(creation, sdk);
            default:
                return null;
        }
    }

    public static ObjectFacts Of(IObjectCreationOperation creation, AwsSdk sdk)
    {
        var facts = new ObjectFacts(creation);
        foreach (var argument in creation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { Name.Length: > 0 } parameter)
                facts.Set(char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1), argument.Value);
        }

        foreach (var member in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            switch (member)
            {
                case IAssignmentOperation { Target: IPropertyReferenceOperation property } assignment:
                    facts.Set(property.Property.Name, assignment.Value);
                    break;
                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation property }:
                    facts._touched.Add(property.Property.Name);
                    break;
            }
        }

        if (LocalOf(creation) is { } local)
        {
            facts.Local = local;
            foreach (var reference in BodyIndex.Of(creation).References(local))
                facts.Use(reference, sdk);
        }
        else
        {
            facts.IsOpen = !IsUsedDirectly(creation, sdk);
        }

        return facts;
    }

    private void Set(string property, IOperation value)
    {
        if (!_set.TryGetValue(property, out var values))
            _set.Add(property, values = []);
        values.Add(value);
    }

    private void Use(IOperation reference, AwsSdk sdk)
    {
        switch (reference.Parent)
        {
            case IPropertyReferenceOperation property when property.Instance == reference:
                if (property.Parent is IAssignmentOperation assignment && assignment.Target == property)
                    Set(property.Property.Name, assignment.Value);
                else
                    _touched.Add(property.Property.Name);
                break;
            case ISimpleAssignmentOperation whole when whole.Target == reference:
                break;
            default:
                IsOpen |= !IsUsedDirectly(reference, sdk);
                break;
        }
    }

    // The SDK's own methods, and constructors of clients, take the object as it is.
    private static bool IsUsedDirectly(IOperation value, AwsSdk sdk)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent is IArgumentOperation argument && argument.Parent switch
        {
            IInvocationOperation call => AwsSdk.IsAmazon(call.TargetMethod.ContainingType),
            IObjectCreationOperation creation => AwsSdk.IsAmazon(creation.Type) || sdk.IsClient(creation.Type),
            _ => false,
        };
    }

    private static ILocalSymbol? LocalOf(IOperation creation)
    {
        while (creation.Parent is IConversionOperation or IParenthesizedOperation)
            creation = creation.Parent;
        return creation.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local, Parent: IExpressionStatementOperation } => local.Local,
            _ => null,
        };
    }
}
