using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.Observability.Generator;

/// <summary>Finds the logger that a partial method can reach: a parameter, a field or property of its type or of a base type, or a parameter of the primary constructor.</summary>
internal static class LoggerFinder
{
    public static string? Find(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.Parameters.FirstOrDefault(parameter => parameter.RefKind is RefKind.None or RefKind.In && IsLogger(parameter.Type)) is { } argument)
            return TypeText.Identifier(argument.Name);
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.BaseType)
        {
            var own = SymbolEqualityComparer.Default.Equals(type, method.ContainingType);
            foreach (var member in type.GetMembers())
            {
                if (!member.CanBeReferencedByName || (method.IsStatic && !member.IsStatic) || (!own && member.DeclaredAccessibility == Accessibility.Private))
                    continue;
                if (member is IFieldSymbol field && IsLogger(field.Type) || member is IPropertySymbol { GetMethod: not null, IsIndexer: false } property && IsLogger(property.Type))
                    return (member.IsStatic ? "" : "this.") + TypeText.Identifier(member.Name);
            }

            if (own && !method.IsStatic && PrimaryParameter(type, cancellation) is { } parameter)
                return TypeText.Identifier(parameter);
        }

        return null;
    }

    private static string? PrimaryParameter(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.InstanceConstructors
            .Where(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) is TypeDeclarationSyntax))
            .SelectMany(constructor => constructor.Parameters)
            .FirstOrDefault(parameter => IsLogger(parameter.Type))?.Name;

    private static bool IsLogger(ITypeSymbol type) =>
        CallParser.IsIn(type, "ILogger", "Microsoft", "Extensions", "Logging") || type.AllInterfaces.Any(i => CallParser.IsIn(i, "ILogger", "Microsoft", "Extensions", "Logging"));
}
