using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A database or another resource with an address on the internet.</summary>
internal sealed class PubliclyAccessible : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2054",
        Key = "rds-public-or-unencrypted",
        Title = "Resource is given a public address",
        Message = "'PubliclyAccessible = true' puts the resource on the internet; leave it in the private network",
        Why = "A database with a public address can be attacked from anywhere, and only its security group and its password protect it. Applications reach it inside the network, administrators by a tunnel.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Sets it to false.",
        References = new() { Sonar = ["S6329"], SecurityHub = ["RDS.2", "Redshift.1"], Cwe = ["CWE-284"] },
    };

    public override bool IsQuietInTests => true;

    protected override IReadOnlyList<string> Properties => ["PubliclyAccessible"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set) =>
        run.Sdk.KindOf(set.Owner) is SdkKind.Request && !set.Owner!.Name.StartsWith("Describe", System.StringComparison.Ordinal) && set.Value.IsConstant(true) ? new SettingFinding("false") : null;
}
