using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Observability.Generator;

/// <summary>Types, names and constants as source text that means the same anywhere.</summary>
internal static class TypeText
{
    private static readonly SymbolDisplayFormat s_full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Full(ITypeSymbol type) => type.ToDisplayString(s_full);

    /// <summary>The type without question marks for references: what <c>typeof</c> and constraints on C# 7.3 take.</summary>
    public static string Plain(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    public static string Literal(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>The constraint clauses of type parameters, each with a blank before it.</summary>
    public static string Constraints(IEnumerable<ITypeParameterSymbol> parameters) => string.Concat(parameters.Select(Constraint));

    /// <summary>
    /// The clauses that an explicit implementation must repeat: those that tell <c>T?</c> as a nullable value from <c>T?</c> as an annotation.
    /// All others it inherits.
    /// </summary>
    public static string ExplicitConstraints(IMethodSymbol method) =>
        string.Concat(method.TypeParameters.Where(parameter => IsAnnotatedIn(method, parameter)).Select(parameter =>
            $" where {Identifier(parameter.Name)} : {(parameter.HasValueTypeConstraint ? "struct" : IsKnownReference(parameter) ? "class" : "default")}"));

    public static bool Mentions(ITypeSymbol type, Func<ITypeParameterSymbol, bool> predicate) => type switch
    {
        ITypeParameterSymbol parameter => predicate(parameter),
        IArrayTypeSymbol array => Mentions(array.ElementType, predicate),
        IPointerTypeSymbol pointer => Mentions(pointer.PointedAtType, predicate),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Mentions(argument, predicate)) || (named.ContainingType is { } outer && Mentions(outer, predicate)),
        _ => false,
    };

    private static bool IsAnnotatedIn(IMethodSymbol method, ITypeParameterSymbol parameter) =>
        method.Parameters.Select(p => p.Type).Append(method.ReturnType).Any(type => IsAnnotatedIn(type, parameter));

    private static bool IsAnnotatedIn(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        ITypeParameterSymbol p => p.NullableAnnotation == NullableAnnotation.Annotated && p.Ordinal == parameter.Ordinal && p.TypeParameterKind == TypeParameterKind.Method,
        IArrayTypeSymbol array => IsAnnotatedIn(array.ElementType, parameter),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0] is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } p && p.Ordinal == parameter.Ordinal,
        INamedTypeSymbol named => named.TypeArguments.Any(argument => IsAnnotatedIn(argument, parameter)),
        _ => false,
    };

    private static bool IsKnownReference(ITypeParameterSymbol parameter) => parameter.HasReferenceTypeConstraint || HasClass(parameter);

    /// <summary>Two classes are the bases of values. What derives from a parameter that is a class may still be a value: the class may be an interface.</summary>
    private static bool HasClass(ITypeParameterSymbol parameter) => parameter.ConstraintTypes.Any(constraint => constraint is ITypeParameterSymbol other
        ? HasClass(other)
        : constraint is { TypeKind: TypeKind.Class or TypeKind.Delegate, SpecialType: not (SpecialType.System_Enum or SpecialType.System_ValueType) });

    private static string Constraint(ITypeParameterSymbol parameter)
    {
        var parts = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
            parts.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint)
            parts.Add("struct");
        else if (parameter.HasReferenceTypeConstraint)
            parts.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        else if (parameter.HasNotNullConstraint)
            parts.Add("notnull");
        parts.AddRange(parameter.ConstraintTypes.Select(Full));
        if (parameter.HasConstructorConstraint)
            parts.Add("new()");
        if (RefStructs.Allows(parameter))
            parts.Add("allows ref struct");
        return parts.Count == 0 ? "" : $" where {Identifier(parameter.Name)} : {string.Join(", ", parts)}";
    }
}
