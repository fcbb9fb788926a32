using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>Retries switched off by hand, on a client's configuration or for the whole process.</summary>
internal sealed class RetriesDisabled : SettingRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2001",
        Key = "retries-disabled",
        Title = "SDK retries are switched off",
        Message = "'{0}' switches the SDK's retries off, so that one throttled or dropped request becomes an error; remove it",
        Why = "Services throttle and connections break as a matter of course, and the SDK's retries with backoff hide it. Without them every such moment reaches the caller as an exception. It does not even mean one attempt: requests on a reset connection are still sent again.",
        Category = Category.Reliability,
        Level = Level.Warning,
        FixSummary = "Removes the setting, so that the SDK's default number of retries applies.",
        References = new() { Links = ["https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"] },
    };

    // Tests switch retries off to see the first error.
    public override bool IsQuietInTests => true;

    protected override IReadOnlyList<string> Properties => ["MaxErrorRetry"];

    public override void Subscribe(SdkSubscriptions to)
    {
        base.Subscribe(to);
        to.OnInvocation("SetEnvironmentVariable", (run, context, call) =>
        {
            if (EnvironmentSetting.Of(call) is ("AWS_MAX_ATTEMPTS", "0" or "1"))
                SdkRun.Report(context, Rule, call.Syntax.GetLocation(), call.Parent is IExpressionStatementOperation ? Remove : null, ["AWS_MAX_ATTEMPTS"]);
        });
    }

    protected override SettingFinding? Judge(SdkRun run, OperationAnalysisContext context, PropertySet set)
    {
        if (run.Sdk.KindOf(set.Owner) != SdkKind.Config || !set.Value.TryGetInteger(out var retries) || retries > 0)
            return null;
        return HasOwnRetries(set.Assignment.Syntax) || Comments.Explain(set.Assignment.Syntax, "retr") ? null : new SettingFinding(Remove, $"MaxErrorRetry = {retries}");
    }

    // One layer of retries is right, and whoever brings a resilience library has chosen the other one; a queue pump asks again by nature.
    private static bool HasOwnRetries(SyntaxNode setting)
    {
        var usings = setting.SyntaxTree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>();
        if (usings.Any(u => u.Name?.ToString() is { } name && (name == "Polly" || name.StartsWith("Polly.", StringComparison.Ordinal) || name.Contains("Resilience"))))
            return true;
        return setting.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText is "ReceiveMessageAsync" or "ReceiveMessage") == true;
    }
}
