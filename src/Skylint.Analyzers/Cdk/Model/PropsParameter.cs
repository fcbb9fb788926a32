using Microsoft.CodeAnalysis;

namespace Skylint.Cdk.Model;

/// <summary>
/// The library's convention for the parameter that carries a construct's properties or a call's options: an interface, under one of a
/// few names. The engine reads it and the fix writes it, so both ask here.
/// </summary>
internal static class PropsParameter
{
    public static bool Is(IParameterSymbol? parameter) =>
        parameter is { Type: INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Class }, Name: "props" or "options" or "_1" or "config" or "behaviorOptions" };
}
