using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;

namespace Skylint.Cli;

/// <summary>The rules, and the analyzers and fixes that carry them out.</summary>
internal sealed record Toolbox(IReadOnlyList<Rule> Rules, ImmutableArray<DiagnosticAnalyzer> Analyzers, ImmutableArray<CodeFixProvider> Fixes)
{
    private readonly Dictionary<string, Rule> _byId = Rules.ToDictionary(r => r.Id, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _fixable = [.. Fixes.SelectMany(f => f.FixableDiagnosticIds)];

    /// <summary>Everything that this version of Skylint has.</summary>
    public static Toolbox Skylint { get; } = new(
        AllRules.Rules,
        InstancesIn<DiagnosticAnalyzer>(typeof(AllRules).Assembly),
        InstancesIn<CodeFixProvider>(typeof(CodeFixes.Marker).Assembly));

    /// <summary>The rule with that identifier; null when there is none.</summary>
    public Rule? RuleOf(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The rule with that identifier or catalogue key, in any case; null when there is none.</summary>
    public Rule? Find(string idOrKey) => RuleOf(idOrKey) ?? Rules.FirstOrDefault(r => string.Equals(r.Key, idOrKey, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when some code fix takes the rule's diagnostics; whether it applies is decided place by place.</summary>
    public bool HasFix(string id) => _fixable.Contains(id);

    private static ImmutableArray<T> InstancesIn<T>(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(T)) && t.GetConstructor(Type.EmptyTypes) is not null)
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (T)Activator.CreateInstance(t)!),
    ];
}
