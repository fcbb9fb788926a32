using System.Text.RegularExpressions;
using Skylint.Catalog;
using Skylint.Cdk.Rules;

namespace Skylint.Docs;

/// <summary>The page of one rule.</summary>
internal static partial class RulePage
{
    public const string Folder = "docs/rules";

    private const int MostNamesInACell = 12;

    public static string PathOf(Rule rule) => $"{Folder}/{rule.Id}.md";

    public static Document Render(Rule rule, CaseFolders cases)
    {
        string?[] blocks =
        [
            GeneratedNote.Markdown,
            $"# {rule.Id}: {Markdown.Text(rule.Title)}",
            Facts(rule),
            "## What it reports",
            Message(rule),
            "## Why it matters",
            Markdown.Text(rule.Why),
            "## Bad",
            Example(rule, cases, "bad.cs"),
            "## Good",
            Example(rule, cases, "good.cs"),
            "## Fix",
            Fix(rule),
            "## Options",
            Options(rule, cases),
            "## Change or suppress it",
            Configure(rule),
            .. References(rule),
        ];
        return new Document(PathOf(rule), string.Join("\n\n", blocks.OfType<string>()) + "\n");
    }

    private static string Facts(Rule rule)
    {
        string?[] rows =
        [
            "| | |",
            "|---|---|",
            $"| Key | {Markdown.Code(rule.Key)} |",
            $"| Area | {RuleArea.Of(rule).Name} |",
            rule is ConstructRule construct ? $"| Looks at | {Targets(construct)} |" : null,
            $"| Category | {rule.Category} |",
            $"| Level | {Level(rule)} |",
            $"| Code fix | {(rule.FixSummary is null ? "no" : "yes")} |",
            $"| A warning in the profiles | {Profiles(rule)} |",
        ];
        return string.Join('\n', rows.OfType<string>());
    }

    private static string Targets(ConstructRule rule)
    {
        var names = rule.Targets
            .Where(target => target.Option is null)
            .SelectMany(target => target.Types.Select(type => target.Method is null ? Short(type) : $"{Short(type)}.{target.Method}"))
            .Distinct(StringComparer.Ordinal)
            .Select(Markdown.Code)
            .ToList();
        return names.Count <= MostNamesInACell ? string.Join(", ", names) : $"constructs of {string.Join(", ", RuleGroup.Services(rule))}";
    }

    /// <summary>Without the prefix that all constructs share: <c>S3.Bucket</c>.</summary>
    private static string Short(string type) => type.Replace("Amazon.CDK.AWS.", "", StringComparison.Ordinal).Replace("Amazon.CDK.", "", StringComparison.Ordinal);

    private static string Level(Rule rule) => rule.Level == Catalog.Level.Off ? "off by default" : LevelText.Prose(rule.Level);

    private static string Profiles(Rule rule)
    {
        var names = Profile.All
            .Where(profile => (profile.LevelFor(rule) ?? (profile.Name == Profile.Recommended ? rule.Level : null)) == Catalog.Level.Warning)
            .Select(profile => Markdown.Code(profile.Name));
        return string.Join(", ", names);
    }

    private static string Message(Rule rule)
    {
        var filled = rule is ConstructRule construct ? rule.Message.Replace("{0}", Subject(construct), StringComparison.Ordinal) : rule.Message;
        var plain = Placeholder().Replace(filled, "...").Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
        var message = Markdown.Fence("text", plain);
        return rule.CompilationEnd ? $"{message}\n\nIt takes the whole project to see this: the build reports it, the editor may not while you type." : message;
    }

    /// <summary>What the message says about the bad code, where the construct is always called so.</summary>
    private static string Subject(ConstructRule rule) => $"{Interface().Replace(rule.Targets[0].Types[0].Split('.')[^1].TrimEnd('_'), "")} 'Subject'";

    private static string Example(Rule rule, CaseFolders cases, string file) =>
        cases.Code(rule.Key, file) is { } code ? Markdown.Fence("csharp", code) : "*There is no example of this rule yet.*";

    private static string Fix(Rule rule)
    {
        if (rule is not ConstructRule { NoFix: null } construct)
            return Markdown.Text(rule.FixSummary ?? rule.NoFix ?? "There is no code fix.");
        var titles = construct.Targets.SelectMany(target => target.Fixes).Select(fix => fix.Title).Distinct(StringComparer.Ordinal);
        return string.Join('\n', titles.Select(title => $"- {Markdown.Text(title)}"));
    }

    private static string Options(Rule rule, CaseFolders cases)
    {
        if (rule.Options.Count == 0)
            return "This rule has no options of its own.";
        var rows = rule.Options.Select(option =>
            $"| {Markdown.Code(option.KeyFor(rule))} | {Markdown.CodeCell(option.Default)} | {Markdown.Cell(option.Description)}{TurnedOn(option)} |");
        var table = string.Join('\n', ["| Key in `.editorconfig` | Default | What it does |", "|---|---|---|", .. rows]);
        return string.Join("\n\n", [table, .. rule.Options.SelectMany(option => OptionExamples(rule, option, cases))]);
    }

    /// <summary>What a switch makes of code that the rule passes without it.</summary>
    private static IEnumerable<string> OptionExamples(Rule rule, RuleOption option, CaseFolders cases)
    {
        if (cases.Code(rule.Key, $"bad.{option.Name}.cs") is not { } bad || cases.Code(rule.Key, $"good.{option.Name}.cs") is not { } good)
            return [];
        return [$"Bad with {Markdown.Code(option.Name)}, and good without:", Markdown.Fence("csharp", bad), "Good with it:", Markdown.Fence("csharp", good)];
    }

    private static string TurnedOn(RuleOption option)
    {
        var names = Profile.All.Where(profile => profile.TurnsOn(option)).Select(profile => Markdown.Code(profile.Name)).ToList();
        return names.Count == 0 ? "" : $" On in the profiles {string.Join(", ", names)}.";
    }

    private static string Configure(Rule rule)
    {
        var severity = rule.Level == Catalog.Level.Off ? "warning" : "none";
        var editorConfig = $"""
            [*.cs]
            dotnet_diagnostic.{rule.Id}.severity = {severity}
            """;
        var suppress = $"""
            #pragma warning disable {rule.Id} // why this place is right as it is

            // or, on the member or the type
            [SuppressMessage("{rule.Category}", "{rule.Id}", Justification = "why this place is right as it is")]
            """;
        var verb = rule.Level == Catalog.Level.Off ? "Turn the rule on" : "Turn the rule off, or up,";
        var blocks = new List<string>
        {
            $"{verb} in an `.editorconfig`:",
            Markdown.Fence("ini", editorConfig.ReplaceLineEndings("\n")),
            "Accept one place in the code:",
            Markdown.Fence("csharp", suppress.ReplaceLineEndings("\n")),
        };
        if (rule.References.CdkNag.Count > 0)
            blocks.Add("A `NagSuppressions` call that names the matching cdk-nag rule, with a reason, is honoured as well.");
        blocks.Add("Profiles and everything else that can be set: [configuration](../guide/configuration.md).");
        return string.Join("\n\n", blocks);
    }

    private static IEnumerable<string> References(Rule rule)
    {
        var lines = ReferenceLinks.Lines(rule.References).ToList();
        return lines.Count == 0 ? [] : ["## The same check elsewhere", string.Join('\n', lines.Select(line => $"- {line}"))];
    }

    /// <summary>What a message fills in at the place that it reports.</summary>
    [GeneratedRegex("^I(?=[A-Z][a-z])")]
    private static partial Regex Interface();

    [GeneratedRegex(@"(?<!\{)\{\d+\}(?!\})")]
    private static partial Regex Placeholder();
}
