using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.Cdk.Model;

/// <summary>What the syntax around a name tells before the compiler is asked: to ask it may mean that it binds the body around the name.</summary>
internal static class NameUse
{
    /// <summary>False where the name cannot stand for the member: where a type is named, on another class, outside of the classes that inherit the member.</summary>
    public static bool MayBe(SimpleNameSyntax name, ISymbol member, SourceIndex index)
    {
        if (SyntaxFacts.IsInTypeOnlyContext(name))
            return false;
        switch (name.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Name == name:
                return !member.IsStatic || member is IMethodSymbol { IsExtensionMethod: true } || MayBeClass(access.Expression, member.ContainingType, index);
            case MemberBindingExpressionSyntax:
                return true;
            // { M = ... } and { M: ... } on an object of the class.
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } or NameColonSyntax:
                return true;
            // What is static can be imported anywhere.
            default:
                return member.IsStatic || IsInherited(name, member.ContainingType, index);
        }
    }

    /// <summary>True for what is assigned to rather than read.</summary>
    public static bool IsTarget(SyntaxNode access) => access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access;

    private static bool MayBeClass(ExpressionSyntax expression, INamedTypeSymbol type, SourceIndex index)
    {
        var name = expression switch
        {
            SimpleNameSyntax simple => simple,
            MemberAccessExpressionSyntax access => access.Name,
            AliasQualifiedNameSyntax aliased => aliased.Name,
            _ => null,
        };
        return name is not null && (name.Identifier.ValueText == type.Name || index.DeclaresClass(name.Identifier.ValueText));
    }

    private static bool IsInherited(SyntaxNode node, INamedTypeSymbol type, SourceIndex index)
    {
        for (var at = node.FirstAncestorOrSelf<TypeDeclarationSyntax>(); at is not null; at = at.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>())
        {
            if (at.Identifier.ValueText == type.Name)
                return true;
            if (at.BaseList is null && !at.Modifiers.Any(SyntaxKind.PartialKeyword))
                continue;
            for (var declared = index.ModelOf(at.SyntaxTree).GetDeclaredSymbol(at) as ITypeSymbol; declared is not null; declared = declared.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(declared.OriginalDefinition, type.OriginalDefinition))
                    return true;
            }
        }

        return false;
    }
}
