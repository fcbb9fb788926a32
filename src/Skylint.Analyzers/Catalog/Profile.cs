
namespace Skylint.Catalog;

/// <summary>A named choice of rules: what <c>SkylintProfile</c> and <c>--profile</c> take.</summary>
/// <param name="Name">The name as it is written in MSBuild and on the command line.</param>
/// <param name="Description">Who it is for, in one sentence.</param>
public sealed record Profile(string Name, string Description)
{
    private static readonly Dictionary<string, string> s_packPrefixes = new(StringComparer.Ordinal)
    {
        ["aws-solutions"] = "AwsSolutions-",
        ["hipaa"] = "HIPAA.Security-",
        ["nist-800-53"] = "NIST.800.53.",
        ["pci-dss"] = "PCI.DSS.",
        ["serverless"] = "Serverless-",
    };

    /// <summary>The default: descriptor levels rule, and the profile itself sets nothing, so that every user setting wins.</summary>
    public const string Recommended = "recommended";

    public static readonly IReadOnlyList<Profile> All =
    [
        new(Recommended, "Each rule at the level it was designed for."),
        new("strict", "Every rule is at least a warning."),
        new("none", "Every rule is off, to switch single rules on by hand."),
        new("aws-solutions", "Adds, as warnings, the rules of cdk-nag's AWS Solutions pack."),
        new("hipaa", "Adds, as warnings, the rules of cdk-nag's HIPAA Security pack."),
        new("nist-800-53", "Adds, as warnings, the rules of cdk-nag's NIST 800-53 packs (revisions 4 and 5)."),
        new("pci-dss", "Adds, as warnings, the rules of cdk-nag's PCI DSS 3.2.1 pack."),
        new("serverless", "Adds, as warnings, the rules of cdk-nag's Serverless pack."),
        new("cost", "Adds, as warnings, every rule that saves money."),
    ];

    /// <summary>The severity that the profile gives to a rule; null where it leaves the rule at its own level.</summary>
    public Level? LevelFor(Rule rule) => Name switch
    {
        "strict" => Level.Warning,
        "none" => Level.Off,
        "cost" => rule.Category == Category.Cost ? Level.Warning : null,
        _ => HasInPack(rule.References.CdkNag) ? Level.Warning : null,
    };

    /// <summary>Whether the profile turns a switch of a rule on, because cdk-nag judges so in the pack that it stands for.</summary>
    public bool TurnsOn(RuleOption option) => Name == "strict" ? option.CdkNag.Count > 0 : HasInPack(option.CdkNag);

    private bool HasInPack(IEnumerable<string> cdkNag) =>
        s_packPrefixes.TryGetValue(Name, out var prefix) && cdkNag.Any(id => id.StartsWith(prefix, StringComparison.Ordinal));
}
