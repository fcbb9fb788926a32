using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Skylint.Catalog;
using Skylint.Sdk.Model;

namespace Skylint.Sdk.Rules;

/// <summary>Keys of a session, kept for longer than the session lasts.</summary>
internal sealed class CredentialsSnapshot : SdkRule
{
    public override Rule Rule { get; } = new()
    {
        Id = "SKY2075",
        Key = "credentials-snapshot",
        Title = "Keys of a session outlive the session",
        Message = "These keys expire with their session and nothing renews them, but they are kept {0}; use {1}",
        Why = "The program works for an hour and then fails with an expired token, until somebody restarts it. Credentials that know how to renew themselves are asked again before that.",
        Category = Category.Reliability,
        Level = Level.Warning,
        NoFix = "Which role the credentials come from, and with what it is assumed, stands elsewhere.",
        References = new() { Cwe = ["CWE-613"], Links = ["https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/creds-assign.html"] },
    };

    public override bool IsQuietInTests => true;

    public override void Subscribe(SdkSubscriptions to)
    {
        to.OnCreationOf("SessionAWSCredentials", (run, context, creation) =>
        {
            if (AwsSdk.IsNamed(creation.Type, "Amazon.Runtime", "SessionAWSCredentials") && creation.Arguments.Length >= 3 && SourceOf(creation.Arguments[0].Value) is { } source && new KeptValue(run, context.ContainingSymbol).PlaceOf(creation) is { } place && !IsRenewed(context.ContainingSymbol))
                SdkRun.Report(context, Rule, creation.NameLocation(), place, source);
        });
        // The token service's answer is itself a kind of credentials.
        to.OnCreation((run, context, creation, kind) =>
        {
            if (kind == SdkKind.Client && creation.Arguments.Any(a => IsSession(a.Value.Unwrapped().Type)) && new KeptValue(run, context.ContainingSymbol).PlaceOf(creation) is { } place && !IsRenewed(context.ContainingSymbol))
                SdkRun.Report(context, Rule, creation.NameLocation(), place, "'AssumeRoleAWSCredentials'");
        });
    }

    private static string? SourceOf(IOperation key) => key.Unwrapped() switch
    {
        IPropertyReferenceOperation { Property: { Name: "AccessKey", ContainingType: var owner } } when AwsSdk.IsNamed(owner, "Amazon.Runtime", "ImmutableCredentials") => "the credentials themselves in place of a copy of their keys",
        IPropertyReferenceOperation { Property: { Name: "AccessKeyId", ContainingType: var owner } } when IsSession(owner) => "'AssumeRoleAWSCredentials'",
        _ => null,
    };

    private static bool IsSession(ITypeSymbol? type) => AwsSdk.IsNamed(type, "Amazon.SecurityToken.Model", "Credentials");

    // Whoever speaks of the end of the session, or of doing something from time to time, may well renew them.
    private static bool IsRenewed(ISymbol containing)
    {
        foreach (var reference in containing.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var token in reference.GetSyntax().DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is var name && (name.Contains("Expir") || name.Contains("expir") || name.Contains("Refresh") || name.Contains("refresh") || name.Contains("Renew") || name.Contains("renew") || name.Contains("Timer")))
                    return true;
            }
        }

        return false;
    }
}
