using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Cdk.Model;

/// <summary>
/// Referenced assemblies, other than those of the CDK, that know what a construct is: a company's own constructs, helpers that harden what
/// they are given. What they do with a construct cannot be seen.
/// </summary>
internal sealed class OtherLibraries
{
    // The next compilation has the same references.
    private static readonly ConditionalWeakTable<IAssemblySymbol, string[]> s_references = new();

    private readonly HashSet<IAssemblySymbol> _assemblies = new(SymbolEqualityComparer.Default);

    /// <param name="compilation">The compilation whose references are looked at.</param>
    /// <param name="cdk">The assemblies of the CDK; whoever references one of them can do something with a construct.</param>
    public OtherLibraries(Compilation compilation, params IAssemblySymbol[] cdk)
    {
        var names = cdk.Select(assembly => assembly.Name).ToArray();
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            var name = reference.Name;
            // The class library, nine references in ten, knows no constructs; suppressions of cdk-nag change nothing about one.
            if (!name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Amazon.", StringComparison.Ordinal) && name != "Cdklabs.CdkNag"
                && Array.IndexOf(names, name) < 0 && References(reference, names))
                _assemblies.Add(reference);
        }
    }

    private static bool References(IAssemblySymbol assembly, string[] names) =>
        s_references.GetValue(assembly, a => [.. a.Modules.SelectMany(module => module.ReferencedAssemblies).Select(identity => identity.Name)]).Any(name => Array.IndexOf(names, name) >= 0);

    /// <summary>
    /// True when the construct, and not only an attribute of it, is handed to one of them: as an argument, in a list, as a property. A method may do
    /// anything with it. A construct that is given another one as its table or its network leaves the properties of that one alone, but may well add a
    /// policy or a log.
    /// </summary>
    /// <param name="construct">What is handed over.</param>
    /// <param name="dependsOnUsages">Whether the verdict depends on more than the properties of the construct.</param>
    public bool Take(Construct construct, bool dependsOnUsages) => _assemblies.Count > 0 && construct.Usages.Any(usage => IsHandedOver(usage, dependsOnUsages));

    private bool IsHandedOver(Usage usage, bool toConstructs)
    {
        if (usage.Operation is IPropertyReferenceOperation)
            return false;
        if (usage is { Member: { } member, Operation: not IInvocationOperation { Parent: IObjectOrCollectionInitializerOperation } })
            return Owns(member) && (toConstructs || usage.Operation is IInvocationOperation);
        // An element of a list, which may be an argument. Whoever gets it first decides.
        foreach (var around in usage.Around())
        {
            if (around is IInvocationOperation call && Owns(call.TargetMethod))
                return true;
            if (around is IObjectCreationOperation { Constructor: { } constructor } && Owns(constructor))
                return toConstructs;
        }

        return false;
    }

    private bool Owns(ISymbol member) => member.ContainingAssembly is { } assembly && _assemblies.Contains(assembly);
}
