using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Skylint.Sdk.Model;

/// <summary>
/// What the AWS SDK for .NET is in one compilation. Every service package follows the same conventions, so that nothing here
/// lists services: a client implements <c>IAmazonService</c>, an operation takes a request and gives a response, a pageable
/// operation is one that the client's <c>Paginators</c> know.
/// </summary>
internal sealed class AwsSdk
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ITypeSymbol, SdkKind> _kinds = new(2, 127, SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, Pageables> _pageables = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol _service;
    private readonly INamedTypeSymbol? _client;
    private readonly INamedTypeSymbol? _config;
    private readonly INamedTypeSymbol? _configInterface;
    private readonly INamedTypeSymbol? _request;
    private readonly INamedTypeSymbol _response;
    private readonly INamedTypeSymbol? _serviceException;
    private readonly INamedTypeSymbol? _clientException;

    private AwsSdk(Compilation compilation, INamespaceSymbol runtime, INamedTypeSymbol service, INamedTypeSymbol response)
    {
        _compilation = compilation;
        _service = service;
        _response = response;
        _client = First(runtime, "AmazonServiceClient");
        _config = First(runtime, "ClientConfig");
        _configInterface = First(runtime, "IClientConfig");
        _request = First(runtime, "AmazonWebServiceRequest");
        _serviceException = First(runtime, "AmazonServiceException");
        _clientException = First(runtime, "AmazonClientException");
        Core = response.ContainingAssembly;
        Version = VersionOf(Core);
    }

    /// <summary>The model of the SDK that a compilation references; null when it references none.</summary>
    public static AwsSdk? Create(Compilation compilation) =>
        Space(compilation, ["Amazon", "Runtime"]) is { } runtime && First(runtime, "IAmazonService") is { } service && First(runtime, "AmazonWebServiceResponse") is { } response
            ? new AwsSdk(compilation, runtime, service, response)
            : null;

    /// <summary>The assembly that holds the runtime of all services.</summary>
    public IAssemblySymbol Core { get; }

    /// <summary>The version of AWSSDK.Core: of the file where it says so (3.7, 4.1), else of the assembly (3.3 for all of version 3).</summary>
    public Version Version { get; }

    /// <summary>True when collections that the service did not send are null.</summary>
    public bool HasNullCollections => Version.Major >= 4;

    /// <summary>The type of that name (namespace and name, neither nested nor generic), wherever it is; the first when several assemblies have one.</summary>
    public INamedTypeSymbol? TypeOf(string name) => _types.GetOrAdd(name, Find);

    private INamedTypeSymbol? Find(string name)
    {
        var parts = name.Split('.');
        return Space(_compilation, parts.Take(parts.Length - 1)) is { } space ? First(space, parts[parts.Length - 1]) : null;
    }

    // Most types that code creates and calls belong to the class library, which declares nothing of the SDK's.
    public SdkKind KindOf(ITypeSymbol? type) => type is not INamedTypeSymbol { SpecialType: SpecialType.None } || IsIn(type, "System") ? SdkKind.None : _kinds.GetOrAdd(type, Classify);

    public bool IsClient(ITypeSymbol? type) => KindOf(type) == SdkKind.Client;

    /// <summary>A list or dictionary as the SDK's models use it.</summary>
    public static bool IsCollection(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: true, Name: "List" or "Dictionary", ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    /// <summary>The response that a method of a client gives, now or as a task; null when it gives something else.</summary>
    public INamedTypeSymbol? ResponseOf(ITypeSymbol returned)
    {
        if (returned is INamedTypeSymbol { IsGenericType: true } named && IsTask(named))
            returned = named.TypeArguments[0];
        return KindOf(returned) == SdkKind.Response ? returned as INamedTypeSymbol : null;
    }

    /// <summary>What the paginators of a client can page through.</summary>
    public Pageables PageablesOf(ITypeSymbol client) => _pageables.GetOrAdd(client, type => Pageables.Of(type, this));

    /// <summary>True for what the SDK itself declares, as opposed to the compilation's own or another library's types.</summary>
    public static bool IsAmazon(ITypeSymbol? type) => IsIn(type, "Amazon");

    /// <summary>True for a type of that namespace and name. Cheaper than a look-up where most types have another name.</summary>
    public static bool IsNamed(ITypeSymbol? type, string space, string name) => type is not null && type.Name == name && type.ContainingType is null && IsSpace(type.ContainingNamespace, space, space.Length);

    private static bool IsSpace(INamespaceSymbol? space, string name, int length)
    {
        if (space is null or { IsGlobalNamespace: true })
            return length <= 0;
        var start = length - space.Name.Length;
        return start >= 0 && string.CompareOrdinal(name, start, space.Name, 0, space.Name.Length) == 0 && (start == 0 || name[start - 1] == '.') && IsSpace(space.ContainingNamespace, name, start - 1);
    }

    private static bool IsIn(ITypeSymbol? type, string outermost)
    {
        if (type?.ContainingNamespace is not { IsGlobalNamespace: false } space)
            return false;
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space.Name == outermost;
    }

    /// <summary>The service whose namespace declares a type: <c>SQS</c> for Amazon.SQS and Amazon.SQS.Model; null for anything else.</summary>
    public static string? ServiceOf(ITypeSymbol? type)
    {
        if (type?.ContainingNamespace is not { IsGlobalNamespace: false } space)
            return null;
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            if (outer is { Name: "Amazon", ContainingNamespace.IsGlobalNamespace: true })
                return space.Name;
            space = outer;
        }

        return null;
    }

    /// <summary>True when a type is a given one, derives from it or implements it.</summary>
    public static bool Is(ITypeSymbol? type, ITypeSymbol? other)
    {
        if (type is null || other is null)
            return false;
        if (other.TypeKind == TypeKind.Interface && type.AllInterfaces.Contains(other, SymbolEqualityComparer.Default))
            return true;
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, other))
                return true;
        }

        return false;
    }

    private SdkKind Classify(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface })
            return SdkKind.None;
        if (type.TypeKind == TypeKind.Interface)
            return Is(type, _service) ? SdkKind.Client : Is(type, _configInterface) ? SdkKind.Config : SdkKind.None;
        for (var at = type.OriginalDefinition; at is not null; at = at.BaseType)
        {
            if (IsSame(at, _client))
                return SdkKind.Client;
            if (IsSame(at, _request))
                return SdkKind.Request;
            if (IsSame(at, _response))
                return SdkKind.Response;
            if (IsSame(at, _config))
                return SdkKind.Config;
            if (IsSame(at, _serviceException) || IsSame(at, _clientException))
                return SdkKind.Exception;
        }

        if (type.ContainingNamespace?.Name == "Model" && IsAmazon(type) && type.DeclaringSyntaxReferences.IsEmpty)
            return SdkKind.Part;
        return Is(type, _service) ? SdkKind.Client : SdkKind.None;
    }

    private static bool IsSame(ITypeSymbol type, INamedTypeSymbol? other) => SymbolEqualityComparer.Default.Equals(type, other);

    private static bool IsTask(INamedTypeSymbol type) =>
        type is { Name: "Task", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    // By way of the namespaces: a look-up by metadata name asks every referenced assembly, twice when there is no such type.
    private static INamespaceSymbol? Space(Compilation compilation, IEnumerable<string> names)
    {
        var space = compilation.GlobalNamespace;
        foreach (var name in names)
        {
            if (space.GetMembers(name).OfType<INamespaceSymbol>().FirstOrDefault() is not { } inner)
                return null;
            space = inner;
        }

        return space;
    }

    private static INamedTypeSymbol? First(INamespaceSymbol space, string name) => space.GetTypeMembers(name, 0).FirstOrDefault();

    private static Version VersionOf(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "AssemblyFileVersionAttribute", ConstructorArguments.Length: 1 } && attribute.ConstructorArguments[0].Value is string text && Version.TryParse(text, out var version) && version.Major > 0)
                return version;
        }

        return assembly.Identity.Version;
    }
}
