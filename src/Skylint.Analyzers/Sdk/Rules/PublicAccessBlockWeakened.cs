using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A public access block with a hole in it.</summary>
internal sealed class PublicAccessBlockWeakened : SdkRule
{
    private static readonly string[] s_flags = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];

    public override Rule Rule { get; } = new()
    {
        Id = "SKY2006",
        Key = "s3-public-access-block-weakened",
        Title = "Public access block is incomplete",
        Message = "{0} not set to true, which leaves a way to make the bucket public; set all four",
        Why = "The four settings close four different ways to publish a bucket: new ACLs, existing ACLs, new policies, existing policies. Each one that is left out stays open.",
        Category = Category.Security,
        Level = Level.Warning,
        FixSummary = "Sets all four settings to true.",
        References = new() { Sonar = ["S6281"], SecurityHub = ["S3.8"], Cwe = ["CWE-732"] },
    };

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnCreation((run, context, creation, kind) =>
        {
            if (kind != SdkKind.Part || creation.Type?.Name != "PublicAccessBlockConfiguration" || !IsWritten(creation))
                return;
            var facts = ObjectFacts.Of(creation, run.Sdk);
            var weak = new List<string>();
            foreach (var flag in s_flags)
            {
                // Some value that is not a constant is a decision that the code does not show.
                var values = facts.Values(flag);
                if (values.Count > 0 ? values.All(v => v.IsConstant(false)) : !facts.IsMentioned(flag) && !IsHandedOut(facts))
                    weak.Add(flag);
            }

            if (weak.Count > 0)
                SdkRun.Report(context, Rule, creation.NameLocation(), string.Join(";", s_flags), [Enumeration(weak)]);
        });
    }

    // Code that copies what a service answered builds the object as well; only an object that is sent as a part of a request counts.
    private static bool IsWritten(IObjectCreationOperation creation) =>
        creation.Ancestors().FirstOrDefault(a => a is not IConversionOperation) is not IReturnOperation;

    private static bool IsHandedOut(ObjectFacts facts) => facts.Local is not null && BodyIndex.Of(facts.Creation).References(facts.Local).Any(r => r.Parent is IArgumentOperation);

    private static string Enumeration(List<string> names) =>
        names.Count == 1 ? $"'{names[0]}' is" : $"{string.Join(", ", names.Take(names.Count - 1).Select(n => $"'{n}'"))} and '{names[names.Count - 1]}' are";
}
