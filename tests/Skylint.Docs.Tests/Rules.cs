using Skylint.Catalog;

namespace Skylint.Docs.Tests;

/// <summary>Rules that exist in these tests alone.</summary>
internal static class Rules
{
    public static Rule Warning { get; } = new()
    {
        Id = "SKY2001",
        Key = "first-rule",
        Title = "Something <T> is wrong",
        Message = "'{0}' is wrong; write {{ }} instead",
        Why = "It can break.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Makes it right.",
        Options =
        [
            new RuleOption("allowed_names", "a | b", "Names that are not reported."),
            new RuleOption("every_name", "false", "Reports all names.") { CdkNag = ["PCI.DSS.321-First"] },
        ],
        References = new References
        {
            CdkNag = ["HIPAA.Security-First", "PCI.DSS.321-First"],
            SecurityHub = ["S3.5"],
            Trivy = ["AWS-0088"],
            Cwe = ["CWE-89"],
        },
    };

    public static Rule Off { get; } = new()
    {
        Id = "SKY2002",
        Key = "second-rule",
        Title = "Something costs money",
        Message = "It costs money",
        Why = "It adds up.",
        Category = Category.Cost,
        Level = Level.Off,
        NoFix = "Only the team knows what it needs.",
    };

    public static IReadOnlyList<Rule> All { get; } = [Warning, Off];
}
