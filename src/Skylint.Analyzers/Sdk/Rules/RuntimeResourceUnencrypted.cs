using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A resource that code creates with its encryption switched off.</summary>
internal sealed class RuntimeResourceUnencrypted : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2028",
        Key = "runtime-resource-unencrypted",
        Title = "Resource is created with encryption switched off",
        Message = "'{0} = false' creates the resource unencrypted; set it to true",
        Why = "Data at rest is then readable for whoever gets hold of a disk, a snapshot or a copy. Most of these settings cannot be changed later: the resource has to be made anew.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Switches encryption on.",
        References = new() { Cwe = ["CWE-311"] },
    };

    public override bool IsQuietInTests => true;

    protected override IReadOnlyList<string> Properties => ["StorageEncrypted", "Encrypted", "AtRestEncryptionEnabled", "TransitEncryptionEnabled", "EncryptAtRest"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set) =>
        run.Sdk.KindOf(set.Owner) is SdkKind.Request or SdkKind.Part && set.Value.IsConstant(false)
        && !(set.Owner!.Name.StartsWith("Describe", StringComparison.Ordinal) || set.Owner.Name.StartsWith("Modify", StringComparison.Ordinal))
            ? new SettingFinding("true", set.Property.Name)
            : null;
}
