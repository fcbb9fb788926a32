using Microsoft.CodeAnalysis;

namespace Skylint.Observability.Generator;

/// <summary>Which types may be ref structs. That a type parameter allows them is asked by name: compilers before .NET 9 know no such property.</summary>
internal static class RefStructs
{
    private static readonly Func<ITypeParameterSymbol, bool>? s_allows =
        (Func<ITypeParameterSymbol, bool>?)typeof(ITypeParameterSymbol).GetProperty("AllowsRefLikeType")?.GetMethod?.CreateDelegate(typeof(Func<ITypeParameterSymbol, bool>));

    /// <summary>Whether a type parameter says <c>allows ref struct</c>.</summary>
    public static bool Allows(ITypeParameterSymbol parameter) => s_allows is not null && s_allows(parameter);

    /// <summary>Whether a value of the type may be bound to the stack, so that nothing may keep it.</summary>
    public static bool MayBe(ITypeSymbol type) => type.IsRefLikeType || (type is ITypeParameterSymbol parameter && Allows(parameter));
}
