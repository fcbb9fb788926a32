using Microsoft.CodeAnalysis;
using Skylint.Cdk.Rules;
using Skylint.Syntax;

namespace Skylint.Cdk;

/// <summary>
/// Every target of every rule by the simple name of what the code writes: a class for creations, a method for calls. Made once for the process.
/// A library of this size makes each look-up by metadata name dear, so a class is looked up only when the code has made one of that name.
/// </summary>
internal static class RuleTable
{
    private static readonly IReadOnlyList<Entry> s_none = [];
    private static readonly Dictionary<string, List<Entry>> s_creations = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, List<Entry>> s_calls = new(StringComparer.Ordinal);

    static RuleTable()
    {
        var count = 0;
        foreach (var rule in ConstructRules.All)
        {
            for (var i = 0; i < rule.Targets.Count; i++)
            {
                var target = rule.Targets[i];
                foreach (var type in target.Types)
                {
                    var entry = new Entry(rule, target, i, type, SimpleName(type), count++);
                    if (target.Method is { } method)
                        Add(s_calls, method, entry);
                    else
                        Add(s_creations, entry.SimpleName, entry);
                }
            }
        }

        Count = count;
        Methods = [.. s_calls.Keys.Select(name => new Word(name))];
    }

    /// <summary>How many entries there are.</summary>
    public static int Count { get; }

    /// <summary>The targets whose class has this simple name.</summary>
    public static IReadOnlyList<Entry> Creations(string simpleName) => s_creations.TryGetValue(simpleName, out var entries) ? entries : s_none;

    /// <summary>The names of all methods whose calls are judged.</summary>
    public static IReadOnlyList<Word> Methods { get; }

    /// <summary>The targets that judge calls of a method of this name.</summary>
    public static IReadOnlyList<Entry> Calls(string method) => s_calls.TryGetValue(method, out var entries) ? entries : s_none;

    private static string SimpleName(string metadataName) => metadataName.Substring(metadataName.LastIndexOfAny(['.', '+']) + 1);

    private static void Add(Dictionary<string, List<Entry>> map, string key, Entry entry)
    {
        if (!map.TryGetValue(key, out var list))
            map.Add(key, list = []);
        list.Add(entry);
    }

    /// <summary>A target of a rule for one of its classes.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Target">What the rule demands there.</param>
    /// <param name="Index">The target's place among those of the rule.</param>
    /// <param name="Type">The metadata name of the class.</param>
    /// <param name="SimpleName">The last part of that name.</param>
    /// <param name="Ordinal">The entry's place among all, from zero.</param>
    internal sealed record Entry(ConstructRule Rule, Target Target, int Index, string Type, string SimpleName, int Ordinal);
}
