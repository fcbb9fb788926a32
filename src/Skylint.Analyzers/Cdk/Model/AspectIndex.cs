using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

/// <summary>
/// The Aspects that the compilation adds. An Aspect visits every construct below a scope and may set anything, so a construct
/// that one may have changed is not judged.
/// </summary>
internal sealed class AspectIndex
{
    // These only look or only tag.
    private static readonly string[] s_harmless = ["Tag", "RemoveTag", "NagSuppressions"];

    private readonly List<HashSet<string>?> _aspects = [];

    public AspectIndex(CdkModel cdk)
    {
        foreach (var name in cdk.Index.Occurrences("Aspects"))
        {
            // Aspects.Of(scope).Add(aspect)
            if (name.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
                continue;
            foreach (var call in statement.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } && cdk.Index.OperationOf(call) is IInvocationOperation { TargetMethod.ContainingType: { Name: "Aspects", ContainingAssembly.Name: "Amazon.CDK.Lib" } } add
                    && add.Arguments.Length > 0)
                    Add(cdk, add.Arguments[0].Value);
            }
        }
    }

    /// <summary>True when an Aspect may change constructs of this class.</summary>
    public bool MayChange(INamedTypeSymbol construct)
    {
        foreach (var mentioned in _aspects)
        {
            if (mentioned is null || mentioned.Contains(construct.Name) || mentioned.Contains("Cfn" + construct.Name) || mentioned.Contains("CfnResource"))
                return true;
        }

        return false;
    }

    private void Add(CdkModel cdk, IOperation aspect)
    {
        while (aspect is IConversionOperation conversion)
            aspect = conversion.Operand;
        var type = (aspect as IObjectCreationOperation)?.Type ?? aspect.Type;
        if (type is null || s_harmless.Contains(type.Name) || type.Name.EndsWith("Checks", StringComparison.Ordinal) || type.ContainingAssembly?.Name.StartsWith("Cdklabs.CdkNag", StringComparison.Ordinal) == true)
            return;
        if (type.DeclaringSyntaxReferences.IsEmpty || type.TypeKind == TypeKind.Interface)
        {
            _aspects.Add(null);
            return;
        }

        // An Aspect of this compilation touches the classes that it names; one that names none may touch any.
        var mentioned = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            foreach (var name in reference.GetSyntax().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (name.Parent is BaseTypeSyntax)
                    continue;
                if (cdk.Index.SymbolOf(name) is INamedTypeSymbol { TypeKind: TypeKind.Class } named && named.AllInterfaces.Contains(cdk.ConstructInterface, SymbolEqualityComparer.Default))
                    mentioned.Add(named.Name);
            }
        }

        _aspects.Add(mentioned.Count == 0 ? null : mentioned);
    }
}
