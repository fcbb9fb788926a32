using Microsoft.CodeAnalysis;
using Skylint.Catalog;

namespace Skylint.Sdk.Rules;

/// <summary>Code that gives a user keys without an end.</summary>
internal sealed class AccessKeyCreated : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2068",
        Key = "create-access-key",
        Title = "Code creates long-lived access keys",
        Message = "'{0}' makes a key that never expires; give the program a role, or people single sign-on",
        Why = "A key works until someone deletes it, from anywhere. Keys that code hands out end up in files, mails and logs, and are the most common way into an account.",
        Category = Category.Security,
        Level = Level.Info,
        NoFix = "What the key is for decides what to use instead.",
        References = new() { SecurityHub = ["IAM.3", "IAM.22"], Cwe = ["CWE-798"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["CreateAccessKey", "CreateServiceSpecificCredential"], (run, context, call) =>
    {
        if (call.Service == "IdentityManagement" && !IsRotation(context.ContainingSymbol))
            SdkRun.Report(context, Rule, call.NameLocation, call.Name);
    });

    // Whoever replaces keys by the calendar has to make new ones.
    private static bool IsRotation(ISymbol symbol)
    {
        for (var at = symbol; at is IMethodSymbol or INamedTypeSymbol; at = at.ContainingSymbol)
        {
            if (at.Name.IndexOf("rotat", StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }
}
