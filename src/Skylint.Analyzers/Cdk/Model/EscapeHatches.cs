using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

/// <summary>Writes past a construct's own properties: overrides of the template, and assignments to the L1 behind an L2.</summary>
internal static class EscapeHatches
{
    private static readonly string[] s_overrides = ["AddPropertyOverride", "AddOverride", "AddPropertyDeletionOverride", "AddDeletionOverride"];

    /// <summary>True when the compilation has any at all; most have none, and then no construct needs to be followed for them.</summary>
    public static bool AnyIn(SourceIndex index) => index.Mentions("DefaultChild") || index.Mentions("FindChild") || index.Mentions("TryFindChild") || index.Mentions("FindAll") || s_overrides.Any(index.Mentions);

    /// <summary>
    /// True when the code may write one of these CloudFormation properties past the construct; with no names given, any.
    /// </summary>
    public static bool MayWrite(Construct construct, IReadOnlyList<string> cfnProperties)
    {
        if (!construct.Cdk.HasEscapeHatches)
            return false;
        foreach (var usage in construct.Usages)
        {
            if (!IsHatch(usage, construct))
                continue;
            var path = PathOf(usage.Operation, construct);
            if (cfnProperties.Count == 0 || path is null || cfnProperties.Contains(path[0], StringComparer.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The CloudFormation properties that are certainly written past the construct, as far as the code shows them: everything else about
    /// the resource is open. Null when nothing is written so.
    /// </summary>
    public static MapValue? Written(Construct construct)
    {
        if (!construct.Cdk.HasEscapeHatches)
            return null;
        MapValue? written = null;
        foreach (var usage in construct.Usages)
        {
            if (usage.IsConditional || !IsHatch(usage, construct) || PathOf(usage.Operation, construct) is not { } path)
                continue;
            var value = usage.Operation switch
            {
                IInvocationOperation { Arguments.Length: > 1 } call => construct.Cdk.Resolver.Resolve(call.Arguments[1].Value, Frame.Root),
                ISimpleAssignmentOperation assignment => construct.Cdk.Resolver.Resolve(assignment.Value, Frame.Root),
                // A deletion override takes the property away.
                _ => UnsetValue.Instance,
            };
            written = Put(written ?? new MapValue(MapValue.Empty.Entries, true), path, 0, value with { Origin = usage.Operation });
        }

        return written;
    }

    /// <summary>
    /// The construct's props with what is written past it under a property's own name, for those of the CloudFormation properties that the props have, too;
    /// null when there is none. What a deletion leaves is the resource's default and not the construct's, so deletions are left out.
    /// </summary>
    public static Value? Overlaid(Construct construct, MapValue written, IReadOnlyList<string> cfnProperties)
    {
        if (construct.Props is not (ObjectValue or UnsetValue) || construct.Method.Parameters.FirstOrDefault(PropsParameter.Is)?.Type is not { } type)
            return null;
        ObjectValue? overlaid = null;
        foreach (var entry in written.Entries)
        {
            if (entry.Value is UnsetValue || !cfnProperties.Contains(entry.Key) || !type.AllInterfaces.Prepend(type).Any(t => t.GetMembers(entry.Key).Length > 0))
                continue;
            overlaid = (overlaid ?? construct.Props as ObjectValue ?? new ObjectValue(construct.Type, MemberMap.Empty, MemberMap.Empty, false)).With(entry.Key, entry.Value);
        }

        return overlaid;
    }

    private static MapValue Put(MapValue map, IReadOnlyList<string> path, int at, Value value)
    {
        if (at == path.Count - 1)
            return map with { Entries = map.Entries.SetItem(path[at], value) };
        var inner = map.Entries.TryGetValue(path[at], out var existing) && existing is MapValue known ? known : new MapValue(ImmutableDictionary<string, Value>.Empty, true);
        return map with { Entries = map.Entries.SetItem(path[at], Put(inner, path, at + 1, value)) };
    }

    private static bool IsHatch(Usage usage, Construct construct) => usage.Operation switch
    {
        IInvocationOperation call => s_overrides.Contains(call.TargetMethod.Name),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: not IInstanceReferenceOperation } target } =>
            target.Property.ContainingType.Name.StartsWith("Cfn", StringComparison.Ordinal) && !SymbolEqualityComparer.Default.Equals(target.Property.ContainingType, construct.Type),
        _ => false,
    };

    /// <summary>The path below the resource's properties; null when it is not a constant or not about a property.</summary>
    private static IReadOnlyList<string>? PathOf(IOperation operation, Construct construct)
    {
        if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target })
            return [target.Property.Name];
        if (operation is not IInvocationOperation { Arguments.Length: > 0 } call || construct.Cdk.Resolver.Resolve(call.Arguments[0].Value, Frame.Root) is not ConstantValue { Constant: string path })
            return null;
        var steps = path.Split('.');
        if (call.TargetMethod.Name is not ("AddOverride" or "AddDeletionOverride"))
            return steps;
        return steps.Length > 1 && steps[0] == "Properties" ? [.. steps.Skip(1)] : null;
    }
}
