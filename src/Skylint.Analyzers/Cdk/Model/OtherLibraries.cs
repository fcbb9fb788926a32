using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

/// <summary>
/// Referenced assemblies, other than those of the CDK, that know what a construct is: a company's own constructs, helpers that harden what
/// they are given. What they do with a construct cannot be seen.
/// </summary>
internal sealed class OtherLibraries
{
    private readonly HashSet<IAssemblySymbol> _assemblies = new(SymbolEqualityComparer.Default);

    /// <param name="compilation">The compilation whose references are looked at.</param>
    /// <param name="cdk">The assemblies of the CDK; whoever references one of them can do something with a construct.</param>
    public OtherLibraries(Compilation compilation, params IAssemblySymbol[] cdk)
    {
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (!IsOfCdk(reference.Name) && reference.Modules.Any(module => module.ReferencedAssemblies.Any(identity => Array.Exists(cdk, known => known.Name == identity.Name))))
                _assemblies.Add(reference);
        }

        // Suppressions of cdk-nag change nothing about the construct.
        bool IsOfCdk(string name) => name.StartsWith("Amazon.", StringComparison.Ordinal) || name == "Cdklabs.CdkNag" || Array.Exists(cdk, known => known.Name == name);
    }

    /// <summary>True when the construct, and not only an attribute of it, is handed to one of them: as an argument, in a list, as a property.</summary>
    public bool Take(Construct construct) => _assemblies.Count > 0 && construct.Usages.Any(IsHandedOver);

    private bool IsHandedOver(Usage usage) => usage switch
    {
        { Operation: IPropertyReferenceOperation } => false,
        { Member: { } member, Operation: not IInvocationOperation { Parent: IObjectOrCollectionInitializerOperation } } => Owns(member),
        // An element of a list, which may be an argument.
        _ => usage.Around().Any(around => around is IInvocationOperation call ? Owns(call.TargetMethod) : around is IObjectCreationOperation { Constructor: { } constructor } && Owns(constructor)),
    };

    private bool Owns(ISymbol member) => member.ContainingAssembly is { } assembly && _assemblies.Contains(assembly);
}
