using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A policy in text that allows everything, or everybody.</summary>
internal sealed class WildcardPolicy : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2052",
        Key = "iam-wildcard-policy-string",
        Title = "Policy text allows too much",
        Message = "This policy allows {0} and has no condition; name what is needed",
        Why = "Whoever holds the role, or finds the resource, can do anything with it. A mistake or a stolen token then costs the account instead of one bucket.",
        Category = Category.Security,
        Level = Level.Warning,
        NoFix = "Which actions, resources and principals are needed, only the author knows.",
        References = new() { Sonar = ["S6270", "S6302"], Cwe = ["CWE-732", "CWE-284"] },
    };

    public override bool IsQuietInTests => true;

    protected override IReadOnlyList<string> Properties => ["PolicyDocument", "Policy", "ResourcePolicy"];

    public override void Subscribe(SdkSubscriptions to)
    {
        base.Subscribe(to);
        // Attributes = { ["Policy"] = "..." }
        to.OnRead("Attributes", (run, context, attributes) =>
        {
            foreach (var text in EntriesOf(attributes))
            {
                if (text.Text() is { } policy && PolicyText.Opening(policy) is { } opening)
                    SdkRun.Report(context, Rule, text.Syntax.GetLocation(), opening);
            }
        });
    }

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set)
    {
        if (run.Sdk.KindOf(set.Owner) is not (SdkKind.Request or SdkKind.Part) || TextOf(set.Value) is not { } text)
            return null;
        return PolicyText.Opening(text) is { } opening ? new SettingFinding(null, opening) : null;
    }

    // A constant, or a local that holds one.
    private static string? TextOf(IOperation value) =>
        value.Text() ?? (value is ILocalReferenceOperation local ? BodyIndex.Of(value).SingleValue(local.Local)?.Text() : null);

    private static IEnumerable<IOperation> EntriesOf(IPropertyReferenceOperation attributes)
    {
        if (attributes.Parent is not ISimpleAssignmentOperation assignment || assignment.Target != attributes)
            yield break;
        foreach (var entry in assignment.Value.Descendants())
        {
            if (entry is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys }, Value: var value } && keys[0].Value.Text() == "Policy")
                yield return value;
            else if (entry is IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 2 } arguments } && arguments[0].Value.Text() == "Policy")
                yield return arguments[1].Value;
        }
    }
}
