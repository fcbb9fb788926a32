using Microsoft.CodeAnalysis;

namespace Skylint.Observability.Generator;

/// <summary>Writes the parameters of a generated method and the arguments of the call inside it.</summary>
internal static class SignatureParser
{
    public static IReadOnlyList<ParameterModel> Parameters(IEnumerable<IParameterSymbol> parameters, bool partial) =>
        [.. parameters.Select((parameter, index) => Parameter(parameter, index, partial))];

    public static string TypeArguments(IMethodSymbol method) =>
        method.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", method.TypeParameters.Select(parameter => TypeText.Identifier(parameter.Name)))}>";

    public static string ReturnType(IMethodSymbol method) =>
        (method.ReturnsByRefReadonly ? "ref readonly " : method.ReturnsByRef ? "ref " : "") + TypeText.Full(method.ReturnType);

    /// <summary>The type parameters as a declaration needs them that inherits nothing: with attributes.</summary>
    public static string TypeParameters(IEnumerable<ITypeParameterSymbol> parameters) =>
        string.Join(", ", parameters.Select(parameter => AttributeText.Parameter(parameter) + TypeText.Identifier(parameter.Name)));

    private static ParameterModel Parameter(IParameterSymbol parameter, int index, bool partial)
    {
        var name = TypeText.Identifier(parameter.Name);
        var modifier = parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => "",
        };
        var scoped = parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out && !parameter.IsThis && !parameter.IsParams ? "scoped " : "";
        var first = partial && index == 0 && parameter.ContainingSymbol is IMethodSymbol { IsExtensionMethod: true } ? "this " : "";
        var many = partial && parameter.IsParams ? "params " : "";
        var argument = parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In or RefKind.RefReadOnlyParameter => "in ",
            _ => "",
        };
        var type = TypeText.Full(parameter.Type);
        if (parameter.Type.TypeKind == TypeKind.Dynamic)
        {
            // An argument that is dynamic would make the call itself a matter of reflection.
            if (parameter.RefKind is not (RefKind.None or RefKind.In))
                type = "object";
            else
                argument = "(object)";
        }

        var attributes = partial ? "" : AttributeText.Parameter(parameter);
        return new ParameterModel(parameter.Name, attributes + first + many + scoped + modifier + type + " " + name, argument + name);
    }
}
