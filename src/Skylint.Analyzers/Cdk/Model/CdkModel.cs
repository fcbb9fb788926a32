using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Skylint.Cdk.Model;

/// <summary>What a compilation knows of the CDK: the referenced version, the flags of its <c>cdk.json</c>, and the means to read its code.</summary>
internal sealed class CdkModel
{
    private const string LibraryName = "Amazon.CDK.Lib";
    private const string ConstructName = "Constructs.IConstruct";

    private readonly IAssemblySymbol _library;
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _types = new(StringComparer.Ordinal);
    private readonly Lazy<Version?> _version;
    private readonly Lazy<AspectIndex> _aspects;
    private readonly Lazy<NagSuppressionIndex> _suppressions;
    private readonly Lazy<TagIndex> _tags;
    private readonly Lazy<bool> _hasEscapeHatches;
    private readonly Lazy<OtherLibraries> _otherLibraries;

    private CdkModel(Compilation compilation, AnalyzerOptions options, INamedTypeSymbol construct, IAssemblySymbol library, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        _library = library;
        Options = options;
        ConstructInterface = construct;
        Index = new SourceIndex(compilation);
        Resolver = new Resolver(Index);
        _version = new Lazy<Version?>(() => library.Name == LibraryName ? VersionOf(library) : null);
        Flags = FeatureFlags.Read(options.AdditionalFiles, cancellationToken);
        _aspects = new Lazy<AspectIndex>(() => new AspectIndex(this));
        _suppressions = new Lazy<NagSuppressionIndex>(() => new NagSuppressionIndex(this));
        _tags = new Lazy<TagIndex>(() => new TagIndex(this));
        _hasEscapeHatches = new Lazy<bool>(() => EscapeHatches.AnyIn(Index));
        _otherLibraries = new Lazy<OtherLibraries>(() => new OtherLibraries(compilation, library, construct.ContainingAssembly));
    }

    public Compilation Compilation { get; }

    public AnalyzerOptions Options { get; }

    /// <summary><c>Constructs.IConstruct</c>.</summary>
    public INamedTypeSymbol ConstructInterface { get; }

    /// <summary>The version of the referenced Amazon.CDK.Lib; null when the CDK comes from another assembly.</summary>
    public Version? Version => _version.Value;

    public FeatureFlags Flags { get; }

    public SourceIndex Index { get; }

    public Resolver Resolver { get; }

    /// <summary>Aspects that may change constructs after the code that creates them.</summary>
    public AspectIndex Aspects => _aspects.Value;

    /// <summary>cdk-nag suppressions that the code writes.</summary>
    public NagSuppressionIndex NagSuppressions => _suppressions.Value;

    /// <summary>True when the code writes past constructs anywhere.</summary>
    public bool HasEscapeHatches => _hasEscapeHatches.Value;

    /// <summary>Referenced libraries of constructs that are not the CDK's.</summary>
    public OtherLibraries OtherLibraries => _otherLibraries.Value;

    /// <summary>Tags that the code puts on its resources.</summary>
    public TagIndex Tags => _tags.Value;

    /// <summary>The model; null when the compilation does not use the CDK.</summary>
    public static CdkModel? Create(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        // Asking each of some hundred references for a type costs more than asking the one that has it.
        IAssemblySymbol? library = null;
        IAssemblySymbol? constructs = null;
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (reference.Name == LibraryName)
                library = reference;
            else if (reference.Name == "Constructs")
                constructs = reference;
        }

        library ??= compilation.GetTypeByMetadataName("Amazon.CDK.CfnElement")?.ContainingAssembly;
        if (library is null)
            return null;
        return (constructs?.GetTypeByMetadataName(ConstructName) ?? compilation.GetTypeByMetadataName(ConstructName)) is { } construct
            ? new CdkModel(compilation, options, construct, library, cancellationToken)
            : null;
    }

    /// <summary>A type by metadata name; null when the referenced version does not have it.</summary>
    public INamedTypeSymbol? TypeOf(string metadataName) => _types.GetOrAdd(metadataName, name => _library.GetTypeByMetadataName(name) ?? Compilation.GetTypeByMetadataName(name));

    /// <summary>True from the version on; null when the version is not known.</summary>
    public bool? IsAtLeast(int major, int minor) => Version is null ? null : Version >= new Version(major, minor);

    // The assembly's own version is the same in every package; the attribute carries the one that the package has.
    private static Version? VersionOf(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "JsiiAssemblyAttribute" && attribute.ConstructorArguments is { Length: > 1 } arguments && arguments[1].Value is string text
                && Version.TryParse(text.Split('-', '+')[0], out var version))
                return version;
        }

        return null;
    }
}
