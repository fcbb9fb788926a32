using Microsoft.CodeAnalysis;
using Skylint.Catalog;
using Skylint.Cli.Commands;

namespace Skylint.Cli.Analysis;

/// <summary>One or more profiles. A rule is as loud as the loudest of them makes it, so <c>none,hipaa</c> is the HIPAA pack and nothing else.</summary>
internal sealed record ProfileSet(IReadOnlyList<Profile> Profiles)
{
    private static readonly char[] s_separators = [',', ';'];

    public static ProfileSet Recommended { get; } = new([Profile.All.Single(p => p.Name == Profile.Recommended)]);

    /// <summary>Reads lists of names as they are typed.</summary>
    /// <exception cref="CommandException">A name is unknown.</exception>
    public static ProfileSet Parse(IEnumerable<string> lists)
    {
        var names = lists.SelectMany(list => list.Split(s_separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var profiles = names.Select(Find).Distinct().ToList();
        return profiles.Count == 0 ? Recommended : new ProfileSet(profiles);
    }

    /// <summary>The names, as help shows them.</summary>
    public override string ToString() => string.Join(',', Profiles.Select(p => p.Name));

    /// <summary>What the profiles ask of the rules.</summary>
    public ProfileSettings SettingsFor(IReadOnlyList<Rule> rules) => new(SeveritiesOf(rules), SwitchesOf(rules));

    private Dictionary<string, ReportDiagnostic> SeveritiesOf(IEnumerable<Rule> rules)
    {
        var severities = new Dictionary<string, ReportDiagnostic>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (Profiles.Select(p => p.LevelFor(rule)).Max() is { } level)
                severities.Add(rule.Id, Severity(level));
        }

        return severities;
    }

    private HashSet<string> SwitchesOf(IEnumerable<Rule> rules) =>
        [.. rules.SelectMany(rule => rule.Options.Where(option => Profiles.Any(p => p.TurnsOn(option))).Select(option => option.KeyFor(rule)))];

    private static ReportDiagnostic Severity(Level level) => level switch
    {
        Level.Off => ReportDiagnostic.Suppress,
        Level.Info => ReportDiagnostic.Info,
        _ => ReportDiagnostic.Warn,
    };

    private static Profile Find(string name) =>
        Profile.All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new CommandException($"There is no profile '{name}'. Known profiles: {string.Join(", ", Profile.All.Select(p => p.Name))}.");
}
