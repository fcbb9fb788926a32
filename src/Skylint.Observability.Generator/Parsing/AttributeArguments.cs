using Microsoft.CodeAnalysis;

namespace Skylint.Observability.Generator;

/// <summary>Reads attributes. Arguments that do not compile read as if they were not there.</summary>
internal static class AttributeArguments
{
    public static AttributeData? Find(this ISymbol symbol, string metadataName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && IsNamed(type, metadataName))
                return attribute;
        }

        return null;
    }

    public static bool IsNamed(INamedTypeSymbol type, string metadataName)
    {
        // The name first: it tells most attributes apart.
        if (!metadataName.EndsWith(type.MetadataName, StringComparison.Ordinal) || type.ContainingType is not null)
            return false;
        var end = metadataName.Length - type.MetadataName.Length - 1;
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            var start = end - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(metadataName, start, space.Name, 0, space.Name.Length) != 0 || (start > 0 && metadataName[start - 1] != '.'))
                return false;
            end = start - 1;
        }

        return end == -1;
    }

    public static string? String(this AttributeData attribute, string name) => Named(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    public static int? Int(this AttributeData attribute, string name) =>
        Named(attribute, name) is { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Value: int number } ? number : null;

    public static double? Double(this AttributeData attribute, string name) => Named(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: double number } ? number : null;

    public static bool Bool(this AttributeData attribute, string name) => Named(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: true };

    public static IReadOnlyList<string> Strings(this AttributeData attribute, string name) =>
        Named(attribute, name) is { Kind: TypedConstantKind.Array, IsNull: false } constant ? [.. constant.Values.Select(value => value.Value).OfType<string>()] : [];

    public static string? ConstructorString(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    public static int? ConstructorInt(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Primitive, Value: int number } ? number : null;

    private static TypedConstant? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }

        return null;
    }
}
