using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text;

/// <summary>Who calls a method, under its own name and under those of the members that it overrides or implements.</summary>
internal sealed partial class TextEvaluator
{
    /// <summary>The calls of a closed method and its uses as a delegate; null when code that is not in sight, or too much of it, may call it.</summary>
    private IReadOnlyList<IOperation?>? CallersOf(IMethodSymbol method, IOperation near)
    {
        var callers = new List<IOperation?>();
        foreach (var name in NamesOf(method.OriginalDefinition))
        {
            if (name.DeclaringSyntaxReferences.Length == 0 || !model.IsClosed(name))
                return null;
            var uses = model.UsesOf(name, near.SemanticModel, cancellationToken);
            if (uses == TextModel.Unreadable)
                _left = -1;
            if (uses is null)
                return null;
            foreach (var use in uses)
            {
                var mention = model.OperationOf(use, near.SemanticModel, cancellationToken);
                if (SymbolEqualityComparer.Default.Equals(name, method.OriginalDefinition) || mention is not IInvocationOperation call || MayRun(call, method))
                    callers.Add(mention);
            }
        }

        return callers;
    }

    /// <summary>The method, and what it overrides and implements.</summary>
    private static IEnumerable<IMethodSymbol> NamesOf(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod?.OriginalDefinition)
            yield return current;
        foreach (var declared in method.ExplicitInterfaceImplementations)
            yield return declared.OriginalDefinition;
        if (method.DeclaredAccessibility != Accessibility.Public)
            yield break;
        foreach (var contract in method.ContainingType.AllInterfaces)
        {
            foreach (var declared in contract.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(declared)?.OriginalDefinition, method))
                    yield return declared.OriginalDefinition;
            }
        }
    }

    /// <summary>False when a call of something that the method overrides or implements surely runs another one: the receiver is made in sight, and it is of another class.</summary>
    private bool MayRun(IInvocationOperation call, IMethodSymbol method)
    {
        if (call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } })
            return false;
        var receiver = Unwrapped(call.Instance);
        if (receiver is not ILocalReferenceOperation local)
            return IsOrMayBe(receiver);
        var definitions = model.BodyOf(local).Definitions(local.Local);
        return definitions.Count == 0 || definitions.Any(d => d.Kind != DefinitionKind.Set || IsOrMayBe(Unwrapped(d.Value)));

        bool IsOrMayBe(IOperation? value) => value is not IObjectCreationOperation { Type: INamedTypeSymbol type } || Runs(type, call.TargetMethod, method.OriginalDefinition);
    }

    private static bool Runs(INamedTypeSymbol type, IMethodSymbol called, IMethodSymbol method)
    {
        if (called.ContainingType.TypeKind == TypeKind.Interface)
            return SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(called)?.OriginalDefinition, method);
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(called.Name))
            {
                for (var overridden = member as IMethodSymbol; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, called.OriginalDefinition))
                        return SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method);
                }
            }
        }

        return false;
    }
}
