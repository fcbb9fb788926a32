using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Observability.Generator;

/// <summary>
/// Attributes that generated code repeats, since the compiler and the trimmer judge it by them: what calls something obsolete, experimental or unsafe to trim must be so itself,
/// and what stands in for a method must promise what that promises.
/// </summary>
internal static class AttributeText
{
    private static readonly string[] s_warnings = ["System.ObsoleteAttribute", "System.Diagnostics.CodeAnalysis.ExperimentalAttribute"];

    private static readonly string[] s_requirements =
    [
        "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresDynamicCodeAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresAssemblyFilesAttribute",
    ];

    private static readonly string[] s_flow = ["System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembersAttribute", "System.Diagnostics.CodeAnalysis.UnscopedRefAttribute"];

    /// <summary>Those that say how wise it is to use a type or a member; empty for none.</summary>
    public static string Warnings(ISymbol symbol) => Text(symbol.GetAttributes(), s_warnings, "");

    /// <summary>Those that a member needs that stands in for another.</summary>
    public static string Member(ISymbol symbol) =>
        Warnings(symbol) + Text(symbol.GetAttributes(), s_requirements, "") + (symbol is IMethodSymbol method ? Text(method.GetReturnTypeAttributes(), s_flow, "return: ") : "");

    /// <summary>Those of a parameter or a type parameter, followed by a blank.</summary>
    public static string Parameter(ISymbol symbol)
    {
        var text = Text(symbol.GetAttributes(), s_flow, "");
        return text.Length == 0 ? "" : text + " ";
    }

    private static string Text(IEnumerable<AttributeData> attributes, string[] names, string target) =>
        string.Concat(attributes
            .Where(attribute => attribute.AttributeClass is { } type && names.Any(name => AttributeArguments.IsNamed(type, name)))
            .Select(attribute => $"[{target}{TypeText.Plain(attribute.AttributeClass!)}{Arguments(attribute)}]"));

    private static string Arguments(AttributeData attribute)
    {
        var all = attribute.ConstructorArguments.Select(Value).Concat(attribute.NamedArguments.Select(argument => $"{argument.Key} = {Value(argument.Value)}")).ToList();
        return all.Count == 0 ? "" : $"({string.Join(", ", all)})";
    }

    private static string Value(TypedConstant constant) => constant switch
    {
        { IsNull: true } or { Kind: TypedConstantKind.Error } => "null",
        { Kind: TypedConstantKind.Enum } => $"({TypeText.Plain(constant.Type!)}){constant.Value}",
        { Kind: TypedConstantKind.Primitive, Value: { } value } => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "null",
        _ => constant.ToCSharpString(),
    };
}
