using Microsoft.CodeAnalysis;

namespace Skylint.Catalog;

/// <summary>
/// What a rule is. The descriptor, the documentation page, the profiles and the release line all follow from this record;
/// nothing about a rule is said twice.
/// </summary>
public record Rule
{
    private DiagnosticDescriptor? _descriptor;

    /// <summary>The identifier, <c>SKY</c> and four digits: 1 constructs, 2 SDK usage, 3 SQL and secrets, 4 observability, 9 the generator.</summary>
    public required string Id { get; init; }

    /// <summary>The key in the catalogue: names the case folder and stands as <c>properties.key</c> in SARIF.</summary>
    public required string Key { get; init; }

    /// <summary>What is wrong, in a few words, without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>The message format: what is wrong here and what to do, without a full stop.</summary>
    public required string Message { get; init; }

    /// <summary>What can happen and why it matters, in one or two sentences.</summary>
    public required string Why { get; init; }

    public required Category Category { get; init; }

    public required Level Level { get; init; }

    /// <summary>Why the rule has no code fix, as a sentence; null when it has one.</summary>
    public string? NoFix { get; init; }

    /// <summary>What the code fix does, as the documentation says it; null when there is none.</summary>
    public virtual string? FixSummary { get; init; }

    public References References { get; init; } = References.None;

    public IReadOnlyList<RuleOption> Options { get; init; } = [];

    /// <summary>True when what the rule reports is a secret: reports show no line of source on which it stands.</summary>
    public bool HidesSource { get; init; }

    /// <summary>True for a diagnostic that only a compilation-end action can give; not shown while typing.</summary>
    public bool CompilationEnd { get; init; }

    /// <summary>The page that explains the rule.</summary>
    public string HelpLink => $"https://github.com/skylint/skylint/blob/main/docs/rules/{Id}.md";

    /// <summary>The Roslyn descriptor. One instance for each rule, made on first use.</summary>
    public DiagnosticDescriptor Descriptor => _descriptor ??= CreateDescriptor();

    private DiagnosticDescriptor CreateDescriptor()
    {
        var severity = Level == Level.Warning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
        string[] tags = CompilationEnd ? [WellKnownDiagnosticTags.CompilationEnd] : [];
        return new DiagnosticDescriptor(Id, Title, Message, Category.ToString(), severity, Level != Level.Off, Why, HelpLink, tags);
    }
}
