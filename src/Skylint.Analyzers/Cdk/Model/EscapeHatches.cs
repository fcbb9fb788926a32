using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

/// <summary>Writes past a construct's own properties: overrides of the template, and assignments to the L1 behind an L2.</summary>
internal static class EscapeHatches
{
    private static readonly string[] s_overrides = ["AddPropertyOverride", "AddOverride", "AddPropertyDeletionOverride", "AddDeletionOverride"];

    /// <summary>
    /// True when the code may write one of these CloudFormation properties past the construct; with no names given, any.
    /// </summary>
    public static bool MayWrite(Construct construct, IReadOnlyList<string> cfnProperties)
    {
        foreach (var usage in construct.Usages)
        {
            switch (usage.Operation)
            {
                case IInvocationOperation call when s_overrides.Contains(call.TargetMethod.Name):
                    if (cfnProperties.Count == 0 || Property(call, construct) is not { } written || cfnProperties.Contains(written, StringComparer.OrdinalIgnoreCase))
                        return true;
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target }
                    when target.Property.ContainingType.Name.StartsWith("Cfn", StringComparison.Ordinal) && !SymbolEqualityComparer.Default.Equals(target.Property.ContainingType, construct.Type)
                        && target.Instance is not IInstanceReferenceOperation:
                    if (cfnProperties.Count == 0 || cfnProperties.Contains(target.Property.Name, StringComparer.OrdinalIgnoreCase))
                        return true;
                    break;
            }
        }

        return false;
    }

    private static string? Property(IInvocationOperation call, Construct construct)
    {
        if (call.Arguments.Length == 0 || construct.Cdk.Resolver.Resolve(call.Arguments[0].Value, Frame.Root) is not ConstantValue { Constant: string path })
            return null;
        var steps = path.Split('.');
        var at = call.TargetMethod.Name is "AddOverride" or "AddDeletionOverride" ? 1 : 0;
        return at < steps.Length ? steps[at] : null;
    }
}
