using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A machine image that is looked up by its name, whoever published it.</summary>
internal sealed class UntrustedImage : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2065",
        Key = "untrusted-ami",
        Title = "Machine image is looked up without its owner",
        Message = "Anybody can publish an image under this name; say whose images count in 'Owners'",
        Why = "Names of images are not protected. Who takes the newest image of a name can be given one by a stranger, and then starts the stranger's software with the role of the instance.",
        Category = Category.Security,
        Level = Level.Warning,
        NoFix = "Whose images are trusted, only the author knows.",
        References = new() { Cwe = ["CWE-345"], Links = ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharing-amis.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["DescribeImages"], (run, context, call) =>
    {
        if (call.Service != "EC2" || call.Facts(run.Sdk) is not { } facts)
            return;
        if (facts.Value("Filters") is not { } filters || !facts.IsUnset("Owners") || facts.IsMentioned("ImageIds") || facts.IsMentioned("ExecutableUsers"))
            return;
        var names = filters.DescendantsAndSelf().Select(o => o.Text()).Where(t => t is not null).ToList();
        if (names.Contains("name") && !names.Any(n => n!.StartsWith("owner", StringComparison.Ordinal) || n == "image-id"))
            SdkRun.Report(context, Rule, call.NameLocation);
    });
}
