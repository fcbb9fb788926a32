using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Skylint.Sdk.Model;

/// <summary>The operations that a client's paginators know.</summary>
internal sealed class Pageables
{
    private readonly AwsSdk _sdk;
    private readonly List<ITypeSymbol> _factories;
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _paginators = new(StringComparer.Ordinal);

    private Pageables(AwsSdk sdk, List<ITypeSymbol> factories)
    {
        _sdk = sdk;
        _factories = factories;
    }

    /// <summary>The paginator of an operation (named without Async); null when the operation has one page only.</summary>
    public INamedTypeSymbol? PaginatorOf(string operation) => _paginators.GetOrAdd(operation, Find);

    public static Pageables Of(ITypeSymbol client, AwsSdk sdk) =>
        new(sdk, [.. Surfaces(client).SelectMany(type => type.GetMembers("Paginators").OfType<IPropertySymbol>()).Select(factory => factory.Type)]);

    private INamedTypeSymbol? Find(string operation)
    {
        foreach (var factory in _factories)
        {
            foreach (var member in factory.GetMembers(operation))
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.Length: 1, ReturnType: INamedTypeSymbol paginator } method && _sdk.KindOf(method.Parameters[0].Type) == SdkKind.Request)
                    return paginator;
            }
        }

        return null;
    }

    private static IEnumerable<ITypeSymbol> Surfaces(ITypeSymbol client)
    {
        for (var type = client; type is not null; type = type.BaseType)
            yield return type;
        foreach (var type in client.AllInterfaces)
            yield return type;
    }
}
