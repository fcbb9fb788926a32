using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>A secret parameter that is read as it is stored: encrypted.</summary>
internal sealed class SecureStringNotDecrypted : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2055",
        Key = "ssm-securestring-not-decrypted",
        Title = "Secret parameter is read without decryption",
        Message = "'{0}' looks like a secret, and without 'WithDecryption' a SecureString comes back encrypted; set it to true",
        Why = "Parameter Store does not complain: the value is there, it is only the cipher text. The program then fails to log in somewhere, with an error that says nothing of the cause.",
        Category = Category.Reliability,
        Level = Level.Info,
        FixSummary = "Sets WithDecryption to true.",
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to) => to.OnOperation(["GetParameter"], (run, context, call) =>
    {
        if (call.Service != "SimpleSystemsManagement" || call.Facts(run.Sdk) is not { } facts)
            return;
        if (facts.IsUnset("WithDecryption") && facts.Value("Name")?.Text() is { } name && SecretName.Is(name))
            SdkRun.Report(context, Rule, facts.Creation.NameLocation(), "WithDecryption", [name]);
    });
}
