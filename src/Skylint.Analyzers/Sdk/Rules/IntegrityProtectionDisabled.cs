using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>Checksums or the signature of the payload, switched off.</summary>
internal sealed class IntegrityProtectionDisabled : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2058",
        Key = "integrity-protection-disabled",
        Title = "Protection against corrupted data is switched off",
        Message = "'{0}' lets data be changed on the way without anyone noticing; leave it out",
        Why = "Checksums and the signature of the payload are how both sides know that what arrived is what was sent. Only stores that are merely compatible with S3 need them off.",
        Category = Category.Security,
        Level = Level.Info,
        FixSummary = "Leaves the setting out.",
        References = new() { Cwe = ["CWE-353"] },
    };

    public override bool IsQuietInTests => true;

    // A request goes wherever its client points; a client that comes from elsewhere may point to any store.
    private static bool MakesClient(SyntaxNode request) =>
        request.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().Any(n => n switch
        {
            ObjectCreationExpressionSyntax creation => IsClient(creation.Type),
            ImplicitObjectCreationExpressionSyntax { Parent.Parent.Parent: VariableDeclarationSyntax variable } => IsClient(variable.Type),
            ImplicitObjectCreationExpressionSyntax { Parent.Parent: PropertyDeclarationSyntax property } => IsClient(property.Type),
            _ => false,
        }) == true;

    private static bool IsClient(TypeSyntax type) => type is SimpleNameSyntax { Identifier.ValueText: "AmazonS3Client" } or QualifiedNameSyntax { Right.Identifier.ValueText: "AmazonS3Client" };

    protected override IReadOnlyList<string> Properties => ["RequestChecksumCalculation", "ResponseChecksumValidation", "DisablePayloadSigning", "DisableDefaultChecksumValidation"];

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set)
    {
        var isOff = set.Value.IsConstant(true) ? set.Property.Name.StartsWith("Disable", StringComparison.Ordinal) : set.Value.StaticMember()?.Name == "WHEN_REQUIRED";
        // With an address of its own the store may be any; which one a request goes to, the request does not say.
        if (!isOff || run.SourceMentions("ServiceURL") || (run.Sdk.KindOf(set.Owner) != SdkKind.Config && !MakesClient(set.Assignment.Syntax)))
            return null;
        return new SettingFinding(Remove, $"{set.Property.Name} = {(set.Value is IMemberReferenceOperation member ? member.Member.Name : "true")}");
    }
}
