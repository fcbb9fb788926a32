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
    private readonly ConcurrentDictionary<ITypeSymbol, SdkKind> _kinds = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, Pageables> _pageables = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol _service;
    private readonly INamedTypeSymbol? _client;
    private readonly INamedTypeSymbol? _config;
    private readonly INamedTypeSymbol? _configInterface;
    private readonly INamedTypeSymbol? _request;
    private readonly INamedTypeSymbol _response;
    private readonly INamedTypeSymbol? _serviceException;
    private readonly INamedTypeSymbol? _clientException;
    private readonly INamedTypeSymbol? _list;
    private readonly INamedTypeSymbol? _dictionary;
    private readonly INamedTypeSymbol? _task;

    private AwsSdk(Compilation compilation, INamedTypeSymbol service, INamedTypeSymbol response)
    {
        _compilation = compilation;
        _service = service;
        _response = response;
        _client = TypeOf("Amazon.Runtime.AmazonServiceClient");
        _config = TypeOf("Amazon.Runtime.ClientConfig");
        _configInterface = TypeOf("Amazon.Runtime.IClientConfig");
        _request = TypeOf("Amazon.Runtime.AmazonWebServiceRequest");
        _serviceException = TypeOf("Amazon.Runtime.AmazonServiceException");
        _clientException = TypeOf("Amazon.Runtime.AmazonClientException");
        _list = TypeOf("System.Collections.Generic.List`1");
        _dictionary = TypeOf("System.Collections.Generic.Dictionary`2");
        _task = TypeOf("System.Threading.Tasks.Task`1");
        Version = VersionOf(response.ContainingAssembly);
    }

    /// <summary>The model of the SDK that a compilation references; null when it references none.</summary>
    public static AwsSdk? Create(Compilation compilation)
    {
        var service = First(compilation, "Amazon.Runtime.IAmazonService");
        return service is not null && First(compilation, "Amazon.Runtime.AmazonWebServiceResponse") is { } response ? new AwsSdk(compilation, service, response) : null;
    }

    /// <summary>The version of AWSSDK.Core: of the file where it says so (3.7, 4.1), else of the assembly (3.3 for all of version 3).</summary>
    public Version Version { get; }

    /// <summary>True when collections that the service did not send are null.</summary>
    public bool HasNullCollections => Version.Major >= 4;

    /// <summary>The type of that metadata name, wherever it is; the first when several assemblies have one.</summary>
    public INamedTypeSymbol? TypeOf(string metadataName) => First(_compilation, metadataName);

    public SdkKind KindOf(ITypeSymbol? type) => type is null or { SpecialType: not SpecialType.None } ? SdkKind.None : _kinds.GetOrAdd(type, Classify);

    public bool IsClient(ITypeSymbol? type) => KindOf(type) == SdkKind.Client;

    /// <summary>A list or dictionary as the SDK's models use it.</summary>
    public bool IsCollection(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: true } named
        && (SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, _list) || SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, _dictionary));

    /// <summary>The response that a method of a client gives, now or as a task; null when it gives something else.</summary>
    public INamedTypeSymbol? ResponseOf(ITypeSymbol returned)
    {
        if (returned is INamedTypeSymbol { IsGenericType: true } named && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, _task))
            returned = named.TypeArguments[0];
        return KindOf(returned) == SdkKind.Response ? returned as INamedTypeSymbol : null;
    }

    /// <summary>What the paginators of a client can page through.</summary>
    public Pageables PageablesOf(ITypeSymbol client) => _pageables.GetOrAdd(client, type => Pageables.Of(type, this));

    /// <summary>True for what the SDK itself declares, as opposed to the compilation's own or another library's types.</summary>
    public static bool IsAmazon(ITypeSymbol? type)
    {
        if (type?.ContainingNamespace is not { IsGlobalNamespace: false } space)
            return false;
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space.Name == "Amazon";
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
        {
            if (Is(type, _service) || SymbolEqualityComparer.Default.Equals(type, _service))
                return SdkKind.Client;
            return Is(type, _configInterface) || SymbolEqualityComparer.Default.Equals(type, _configInterface) ? SdkKind.Config : SdkKind.None;
        }

        if (Is(type, _client) || Is(type, _service))
            return SdkKind.Client;
        if (Is(type, _request))
            return SdkKind.Request;
        if (Is(type, _response))
            return SdkKind.Response;
        if (Is(type, _config))
            return SdkKind.Config;
        if (Is(type, _serviceException) || Is(type, _clientException))
            return SdkKind.Exception;
        return type.ContainingNamespace?.Name == "Model" && IsAmazon(type) && type.DeclaringSyntaxReferences.IsEmpty ? SdkKind.Part : SdkKind.None;
    }

    private static INamedTypeSymbol? First(Compilation compilation, string metadataName) =>
        compilation.GetTypeByMetadataName(metadataName) ?? compilation.GetTypesByMetadataName(metadataName).FirstOrDefault();

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
