using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Skylint.Text.Injection;

/// <summary>Finds the places where text becomes a command line or a policy.</summary>
internal sealed class InjectionSinks
{
    // By convention: these are the names under which the SDK's requests take a policy.
    private static readonly HashSet<string> s_policies = new(StringComparer.Ordinal)
    {
        "Policy", "PolicyDocument", "AssumeRolePolicyDocument", "PolicyText", "ResourcePolicy", "KeyPolicy", "AccessPolicies", "RepositoryPolicyText", "SessionPolicy",
    };

    private static readonly ConditionalWeakTable<SyntaxTree, object> s_starts = new();

    private InjectionSinks(bool startsPrograms, bool usesAws)
    {
        StartsPrograms = startsPrograms;
        UsesAws = usesAws;
    }

    /// <summary>Some file starts programs.</summary>
    public bool StartsPrograms { get; }

    /// <summary>A service package of the SDK is referenced.</summary>
    public bool UsesAws { get; }

    /// <summary>Null when the compilation has no such place.</summary>
    public static InjectionSinks? TryCreate(Compilation compilation, CancellationToken cancellationToken)
    {
        var usesAws = compilation.ReferencedAssemblyNames.Any(name => name.Name.StartsWith("AWSSDK.", StringComparison.Ordinal) && name.Name != "AWSSDK.Core");
        var startsPrograms = compilation.SyntaxTrees.Any(tree => StartsProgram(tree, cancellationToken));
        return usesAws || startsPrograms ? new InjectionSinks(startsPrograms, usesAws) : null;
    }

    /// <summary>The texts that the operation hands over: for nearly all operations none, which must cost next to nothing.</summary>
    public IReadOnlyList<InjectionSink> Find(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment:
                return KindOf(property) is { } kind ? [new InjectionSink(kind, assignment.Value)] : [];
            case IObjectCreationOperation { Constructor.ContainingType: { Name: "ProcessStartInfo" } type, Arguments: { Length: > 0 } arguments } when IsDiagnostics(type):
                return Of(arguments);
            case IInvocationOperation { TargetMethod: { Name: "Start", IsStatic: true, ContainingType: { Name: "Process" } type }, Arguments: { Length: > 0 } arguments } when IsDiagnostics(type):
                return Of(arguments);
            default:
                return [];
        }
    }

    private InjectionKind? KindOf(IPropertySymbol property)
    {
        var type = property.ContainingType;
        if (property.Name is "Arguments" or "FileName")
            return StartsPrograms && type.Name == "ProcessStartInfo" && IsDiagnostics(type) ? (property.Name == "Arguments" ? InjectionKind.Arguments : InjectionKind.Program) : null;
        return UsesAws && property.Type.SpecialType == SpecialType.System_String && s_policies.Contains(property.Name)
            && LibraryTypes.NamespaceOf(type) is var space && space.StartsWith("Amazon.", StringComparison.Ordinal) && space.EndsWith(".Model", StringComparison.Ordinal)
            ? InjectionKind.Policy
            : null;
    }

    private static List<InjectionSink> Of(IEnumerable<IArgumentOperation> arguments)
    {
        var sinks = new List<InjectionSink>();
        foreach (var argument in arguments)
        {
            if (argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { Type.SpecialType: SpecialType.System_String, Name: "arguments" or "fileName" } parameter })
                sinks.Add(new InjectionSink(parameter.Name == "arguments" ? InjectionKind.Arguments : InjectionKind.Program, argument.Value));
        }

        return sinks;
    }

    private static bool IsDiagnostics(ITypeSymbol type) => LibraryTypes.NamespaceOf(type) == "System.Diagnostics";

    // Asked of the characters, once for each tree: an edit makes a new compilation with all trees but one as they were.
    private static bool StartsProgram(SyntaxTree tree, CancellationToken cancellationToken) =>
        (bool)s_starts.GetValue(tree, t =>
        {
            var text = t.GetText(cancellationToken).ToString();
            return text.IndexOf("ProcessStartInfo", StringComparison.Ordinal) >= 0 || text.IndexOf("Process.Start", StringComparison.Ordinal) >= 0 || text.IndexOf(".StartInfo", StringComparison.Ordinal) >= 0;
        });
}
