using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests;

/// <summary>What holds for every rule, and what no compiler check says because descriptors come from records.</summary>
public sealed partial class CatalogTests
{
    /// <summary>Long enough for what is wrong and what to do, short enough for one line of an error list.</summary>
    private const int LongestTitle = 80;

    private const int LongestMessage = 250;

    private static readonly IReadOnlyDictionary<string, string> s_areaOfDigit = new Dictionary<string, string>
    {
        ["1"] = "Skylint.Cdk",
        ["2"] = "Skylint.Sdk",
        ["3"] = "Skylint.Text",
        ["4"] = "Skylint.Observability",
        ["9"] = "Skylint.Observability",
    };

    [Fact]
    public void Identifiers_and_keys_are_unique()
    {
        Assert.Empty(Repeated(rule => rule.Id));
        Assert.Empty(Repeated(rule => rule.Key));
    }

    [Fact]
    public void Titles_are_unique() => Assert.Empty(Repeated(rule => rule.Title));

    [Fact]
    public void Identifiers_are_in_a_known_block() => AssertHolds(rule => Identifier().IsMatch(rule.Id));

    /// <summary>The first digit says which folder to look in.</summary>
    [Fact]
    public void Identifiers_are_in_the_block_of_the_area_that_reports_them()
    {
        var wrong =
            from analyzer in Analyzers()
            from descriptor in analyzer.SupportedDiagnostics
            let area = s_areaOfDigit[descriptor.Id.Substring(3, 1)]
            where !analyzer.GetType().FullName!.StartsWith(area + ".", StringComparison.Ordinal)
            select $"{descriptor.Id} is reported by {analyzer.GetType().FullName}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Titles_are_phrases() => AssertHolds(rule => IsPhrase(rule.Title, LongestTitle));

    [Fact]
    public void Messages_are_phrases() => AssertHolds(rule => IsPhrase(rule.Message, LongestMessage));

    [Fact]
    public void Reasons_are_sentences() => AssertHolds(rule => IsSentence(rule.Why));

    [Fact]
    public void Every_rule_has_a_fix_or_says_why_not() => AssertHolds(rule => (rule.NoFix is null) != (rule.FixSummary is null));

    [Fact]
    public void Reasons_for_no_fix_are_sentences() => AssertHolds(rule => rule.NoFix is null || IsSentence(rule.NoFix));

    [Fact]
    public void Options_are_documented() => AssertHolds(rule =>
        rule.Options.Select(option => option.Name).Distinct().Count() == rule.Options.Count
        && rule.Options.All(option => OptionName().IsMatch(option.Name) && IsSentence(option.Description)));

    [Fact]
    public void Every_rule_has_a_page() => AssertHolds(rule =>
        rule.HelpLink.EndsWith($"/docs/rules/{rule.Id}.md", StringComparison.Ordinal) && File.Exists(InRepository("docs", "rules", $"{rule.Id}.md")));

    [Fact]
    public void Every_rule_has_a_release_line()
    {
        var lines = new[] { "Shipped", "Unshipped" }
            .SelectMany(kind => File.ReadLines(InRepository("src", "Skylint.Analyzers", $"AnalyzerReleases.{kind}.md")))
            .Select(line => line.Split('|')[0].Trim())
            .ToHashSet(StringComparer.Ordinal);
        AssertHolds(rule => lines.Contains(rule.Id));
    }

    [Fact]
    public void Every_rule_has_a_bad_and_a_good_case() => AssertHolds(rule =>
        CaseFolder.All.TryGetValue(rule.Key, out var folder)
        && File.Exists(Path.Combine(folder.Path, "bad.cs"))
        && File.Exists(Path.Combine(folder.Path, "good.cs")));

    [Fact]
    public void Every_case_folder_belongs_to_a_rule()
    {
        var keys = AllRules.Rules.Select(rule => rule.Key).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(CaseFolder.All.Keys.Except(keys));
    }

    /// <summary>A rule that no analyzer reports would be documented and never seen; a diagnostic without a rule would be seen and never documented.</summary>
    [Fact]
    public void Analyzers_report_the_rules_and_nothing_else()
    {
        var reported = Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id);
        Assert.Equal(AllRules.Rules.Select(rule => rule.Id), reported.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_analyzer_reports_each_rule()
    {
        var owners = Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics.Select(descriptor => (descriptor.Id, Owner: analyzer.GetType().Name)));
        Assert.Empty(owners.GroupBy(o => o.Id).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(o => o.Owner))}"));
    }

    [Fact]
    public void Descriptors_are_made_from_their_rules()
    {
        var rules = AllRules.Rules.ToDictionary(rule => rule.Id);
        var foreign =
            from analyzer in Analyzers()
            from descriptor in analyzer.SupportedDiagnostics
            where !ReferenceEquals(descriptor, rules.GetValueOrDefault(descriptor.Id)?.Descriptor)
            select descriptor.Id;
        Assert.Empty(foreign);
    }

    [Fact]
    public void Categories_are_the_pillars() =>
        Assert.Empty(Analyzers().SelectMany(a => a.SupportedDiagnostics).Where(d => !Enum.GetNames<Category>().Contains(d.Category)).Select(d => $"{d.Id}: {d.Category}"));

    [Fact]
    public void Rules_with_a_fix_have_a_provider_and_the_others_have_none()
    {
        var fixable = Instances<CodeFixProvider>(typeof(CodeFixes.Marker)).SelectMany(provider => provider.FixableDiagnosticIds);
        Assert.Equal(
            AllRules.Rules.Where(rule => rule.FixSummary is not null).Select(rule => rule.Id),
            fixable.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_fix_can_fix_all() =>
        Assert.Empty(Instances<CodeFixProvider>(typeof(CodeFixes.Marker)).Where(provider => provider.GetFixAllProvider() is null).Select(provider => provider.GetType().Name));

    /// <summary>The compliance profiles follow from these identifiers: a mistyped pack name would silently leave the rule out.</summary>
    [Fact]
    public void References_to_cdk_nag_name_a_known_pack() => AssertHolds(rule => rule.References.CdkNag.All(id => CdkNagIdentifier().IsMatch(id)));

    /// <summary>An identifier that no rule of cdk-nag has would cover nothing, and nobody would notice.</summary>
    [Fact]
    public void References_to_cdk_nag_name_a_known_rule()
    {
        var known = CdkNagRules.All.SelectMany(nag => nag.Ids).ToHashSet(StringComparer.Ordinal);
        AssertHolds(rule => rule.References.CdkNag.All(known.Contains));
    }

    [Fact]
    public void Rules_of_cdk_nag_are_listed_once()
    {
        Assert.Empty(CdkNagRules.All.GroupBy(nag => nag.Name).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Empty(CdkNagRules.All.SelectMany(nag => nag.Ids).GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Equal(215, CdkNagRules.All.Count);
        Assert.Equal(463, CdkNagRules.All.Sum(nag => nag.Ids.Count));
    }

    /// <summary>Whoever relies on cdk-nag loses nothing without being told why.</summary>
    [Fact]
    public void Every_rule_of_cdk_nag_is_covered_or_has_a_reason() =>
        Assert.Empty(CdkNagRules.All.Where(nag => AllRules.Rules.Any(nag.IsCoveredBy) == (nag.WhyNot is not null)).Select(nag => $"{nag.Name}: {nag.WhyNot ?? "neither a rule nor a reason"}"));

    [Fact]
    public void Reasons_about_rules_of_cdk_nag_are_sentences() =>
        Assert.Empty(CdkNagRules.All.Where(nag => ((string?[])[nag.WhyNot, nag.Difference]).Any(text => text is not null && !IsReason(text))).Select(nag => nag.Name));

    [Fact]
    public void References_to_weaknesses_are_numbers() => AssertHolds(rule => rule.References.Cwe.All(id => Weakness().IsMatch(id)));

    [Fact]
    public void Every_profile_but_two_turns_something_on()
    {
        var idle = Profile.All.Where(profile => AllRules.Rules.All(rule => profile.LevelFor(rule) is null or Level.Off)).Select(profile => profile.Name);
        Assert.Equal(["recommended", "none"], idle);
    }

    [Fact]
    public void The_guide_explains_every_profile()
    {
        var guide = File.ReadAllText(InRepository("docs", "guide", "configuration.md"));
        Assert.Empty(Profile.All.Where(profile => !guide.Contains($"| `{profile.Name}` | ", StringComparison.Ordinal)).Select(profile => profile.Name));
    }

    private static IEnumerable<string> Repeated(Func<Rule, string> value) =>
        AllRules.Rules.GroupBy(value, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(rule => rule.Id))}");

    /// <summary>Fails with the rules for which the statement does not hold.</summary>
    private static void AssertHolds(Func<Rule, bool> statement) =>
        Assert.Empty(AllRules.Rules.Where(rule => !statement(rule)).Select(rule => $"{rule.Id} {rule.Key}"));

    private static bool IsPhrase(string text, int longest) =>
        text.Length > 0 && text.Length <= longest && text == text.Trim() && !text.EndsWith('.') && StartsUpperCase(text);

    /// <summary>A sentence may begin with the name of the other tool, which is written small.</summary>
    private static bool IsReason(string text) => IsSentence(text.StartsWith("cdk-nag ", StringComparison.Ordinal) ? "C" + text[1..] : text);

    private static bool IsSentence(string text) => text == text.Trim() && text.EndsWith('.') && StartsUpperCase(text);

    /// <summary>What is taken from the code, a name in quotes or a placeholder, may stand at the start as it is.</summary>
    private static bool StartsUpperCase(string text) => char.IsUpper(text[0]) || text[0] is '\'' or '{' or '`';

    private static string InRepository(params string[] path) => Path.Combine([Repository.Root, .. path]);

    private static ImmutableArray<DiagnosticAnalyzer> Analyzers() => Instances<DiagnosticAnalyzer>(typeof(AllRules));

    private static ImmutableArray<T> Instances<T>(Type anchor) =>
        [.. anchor.Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type)).Select(type => (T)Activator.CreateInstance(type)!)];

    [GeneratedRegex(@"^SKY[12349]\d{3}$")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"^(AwsSolutions-|HIPAA\.Security-|NIST\.800\.53\.R[45]-|PCI\.DSS\.321-|Serverless-)\w+$")]
    private static partial Regex CdkNagIdentifier();

    [GeneratedRegex(@"^CWE-\d+$")]
    private static partial Regex Weakness();
}
