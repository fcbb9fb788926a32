using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text.Secrets;

/// <summary>
/// Where the AWS SDK takes an access key: by the names of constructor parameters, which all service clients and all versions share.
/// </summary>
internal sealed class CredentialSinks(INamedTypeSymbol? credentials, INamedTypeSymbol? client)
{
    private static readonly HashSet<string> s_parameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "awsAccessKeyId", "awsSecretAccessKey", "accessKey", "secretKey", "accessKeyId", "secretAccessKey",
    };

    private readonly ConcurrentDictionary<IMethodSymbol, bool> _constructors = new(SymbolEqualityComparer.Default);

    /// <summary>Null when the compilation does not see the AWS SDK.</summary>
    public static CredentialSinks? TryCreate(Compilation compilation)
    {
        var credentials = compilation.GetTypeByMetadataName("Amazon.Runtime.AWSCredentials");
        var client = compilation.GetTypeByMetadataName("Amazon.Runtime.AmazonServiceClient");
        return credentials is null && client is null ? null : new CredentialSinks(credentials, client);
    }

    /// <summary>True for a constructor that takes an access key as text.</summary>
    public bool TakesKey(IMethodSymbol? constructor) => constructor is not null && constructor.Parameters.Length > 0 && _constructors.GetOrAdd(constructor.OriginalDefinition, Classify);

    /// <summary>True for a constructor of a service client.</summary>
    public bool IsClient(ITypeSymbol? type) => Inherits(type, client);

    /// <summary>The arguments that hold the key identifier and the secret key.</summary>
    public static IEnumerable<IArgumentOperation> KeyArguments(IObjectCreationOperation creation) =>
        creation.Arguments.Where(a => a.Parameter is { Type.SpecialType: SpecialType.System_String } p && s_parameters.Contains(p.Name));

    /// <summary>True when a session token stands beside the key: such credentials expire.</summary>
    public static bool IsTemporary(IObjectCreationOperation creation) =>
        creation.Arguments.Any(a => a.Parameter is { } p && (p.Name.Equals("token", StringComparison.OrdinalIgnoreCase) || p.Name.EndsWith("SessionToken", StringComparison.OrdinalIgnoreCase)) && a.ArgumentKind != ArgumentKind.DefaultValue);

    private bool Classify(IMethodSymbol constructor) =>
        constructor.Parameters.Any(p => p.Type.SpecialType == SpecialType.System_String && s_parameters.Contains(p.Name))
        && (Inherits(constructor.ContainingType, credentials) || Inherits(constructor.ContainingType, client)
            || (constructor.ContainingType.Name == "ImmutableCredentials" && LibraryTypes.NamespaceOf(constructor.ContainingType) == "Amazon.Runtime"));

    private static bool Inherits(ITypeSymbol? type, INamedTypeSymbol? ancestor)
    {
        for (var current = ancestor is null ? null : type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, ancestor))
                return true;
        }

        return false;
    }
}
