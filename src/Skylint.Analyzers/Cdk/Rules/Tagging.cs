using Skylint.Catalog;
using Skylint.Cdk.Model;
using Skylint.Configuration;
using static Skylint.Cdk.Rules.Vocabulary;

namespace Skylint.Cdk.Rules;

/// <summary>Rules about tags.</summary>
internal static class Tagging
{
    private const string RequiredTags = "required_tags";

    public static readonly ConstructRule Required = new()
    {
        Id = "SKY1006",
        Key = "TagsMissingRequired",
        Title = "Required tags are missing",
        Message = "Resources of this app lack the tags {1}; add them with Tags.Of(app)",
        Why = "An untagged resource belongs to nobody: its cost cannot be allocated, nobody is called when it fails, and nobody dares to delete it. One call on the app tags everything below it.",
        Category = Category.Operations,
        Level = Level.Warning,
        References = new References { Links = ["https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html"] },
        Options =
        [
            new RuleOption(RequiredTags, "business-unit, team, environment, service, cost-center", "The tag keys that every resource must have; compared without case and separators, so that cost-center, CostCenter and acme:cost_center are the same key."),
        ],
        // An app that nobody synthesizes, as in a test of a construct, deploys nothing.
        Targets = [Target.Of("Amazon.CDK.App", When(Calls("Synth"), That(IsTagged)), Fix.ByCode("Add the missing tags to the app"))],
    };

    public static IReadOnlyList<ConstructRule> All { get; } = [Required];

    private static Verdict IsTagged(Value scope, Construct app)
    {
        var required = app.Cdk.Options.GetList(app.Operation.Syntax.SyntaxTree, Required, RequiredTags);
        var missing = app.Cdk.Tags.MissingFrom(required, app.Operation.Syntax.SyntaxTree);
        return missing.Count == 0 ? Verdict.Satisfied : Verdict.Violated with { Detail = string.Join(", ", missing) };
    }
}
