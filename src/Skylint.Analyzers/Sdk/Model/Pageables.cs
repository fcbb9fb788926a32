using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Skylint.Sdk.Model;

/// <summary>The operations that a client's paginators know.</summary>
internal sealed class Pageables
{
    private readonly Dictionary<string, INamedTypeSymbol> _paginators;

    private Pageables(Dictionary<string, INamedTypeSymbol> paginators) => _paginators = paginators;

    /// <summary>The paginator of an operation (named without Async); null when the operation has one page only.</summary>
    public INamedTypeSymbol? PaginatorOf(string operation) => _paginators.TryGetValue(operation, out var paginator) ? paginator : null;

    public static Pageables Of(ITypeSymbol client, AwsSdk sdk)
    {
        var paginators = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        foreach (var type in Surfaces(client))
        {
            foreach (var factory in type.GetMembers("Paginators").OfType<IPropertySymbol>())
            {
                foreach (var method in factory.Type.GetMembers().OfType<IMethodSymbol>())
                {
                    if (method is { MethodKind: MethodKind.Ordinary, Parameters.Length: 1, ReturnType: INamedTypeSymbol paginator } && sdk.KindOf(method.Parameters[0].Type) == SdkKind.Request)
                        paginators[method.Name] = paginator;
                }
            }
        }

        return new Pageables(paginators);
    }

    private static IEnumerable<ITypeSymbol> Surfaces(ITypeSymbol client)
    {
        for (var type = client; type is not null; type = type.BaseType)
            yield return type;
        foreach (var type in client.AllInterfaces)
            yield return type;
    }
}
