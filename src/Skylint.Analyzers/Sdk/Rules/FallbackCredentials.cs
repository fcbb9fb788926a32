using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>The way to the default credentials that version 4 keeps only for old code.</summary>
internal sealed class FallbackCredentials : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2074",
        Key = "fallback-credentials-factory",
        Title = "Obsolete way to the default credentials",
        Message = "'FallbackCredentialsFactory' is obsolete in version 4; {0}",
        Why = "The factory is kept for old code and will go. Its successor looks in the same places, and heeds what the client's configuration says about them.",
        Category = Category.Operations,
        Level = Level.Info,
        FixSummary = "Uses DefaultAWSCredentialsIdentityResolver.",
        References = new() { Links = ["https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/net-dg-v4.html"] },
    };

    public override bool AppliesTo(SdkRun run) => run.Sdk.Version.Major >= 4 && base.AppliesTo(run);

    public override void Subscribe(SdkSubscriptions to) => to.OnInvocation("GetCredentials", (run, context, call) =>
    {
        if (AwsSdk.IsNamed(call.TargetMethod.ContainingType, "Amazon.Runtime", "FallbackCredentialsFactory"))
            SdkRun.Report(context, Rule, call.Syntax.GetLocation(), call.Arguments.IsEmpty ? "use 'DefaultAWSCredentialsIdentityResolver'" : "use 'DefaultAWSCredentialsIdentityResolver', and 'AnonymousAWSCredentials' where no credentials are needed");
    });
}
