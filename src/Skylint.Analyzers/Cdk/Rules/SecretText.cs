using System.Text.RegularExpressions;
using Skylint.Cdk.Model;

namespace Skylint.Cdk.Rules;

/// <summary>Tells secrets from other settings, by the name they are kept under and by their shape. No rule ever prints one.</summary>
internal static class SecretText
{
    // DB_PASSWORD, ApiKey, clientSecret, access-token
    private static readonly Regex s_secretName = new(
        @"(?:password|passwd|passphrase|secret|api[_\-]?key|private[_\-]?key|access[_\-]?key|auth[_\-]?token|access[_\-]?token|bearer[_\-]?token|^token|[_\-]token)s?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex s_secretShape = new(
        @"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bgh[pousr]_[A-Za-z0-9]{36}|\bxox[abpr]-[A-Za-z0-9-]{10,}|\bsk_live_[A-Za-z0-9]{16,}|(?:^|;)\s*(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*[^;{<$\s][^;]{2,}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // Where the secret is, what it is called, or a value to be filled in.
    private static readonly Regex s_harmless = new(
        @"^(?:arn:|/|https?:|\{\{resolve:|[<$%{*]|(?:true|false|none|null|n/?a|todo|tbd|change[_\-]?me|placeholder|dummy|example|fake|test|xxx+|your[_\- ].*)$)|^\d{0,5}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>A setting of this name holds a secret, rather than where to find one.</summary>
    public static bool IsSecretName(string name) => s_secretName.IsMatch(name);

    /// <summary>The text is a key, or carries a password, whatever it is called.</summary>
    public static bool IsSecretShape(string text) => s_secretShape.IsMatch(text);

    /// <summary>The text could be the secret itself: it is no reference to one and no placeholder.</summary>
    public static bool CouldBeSecret(string text) => text.Length >= 4 && !s_harmless.IsMatch(text) && text.IndexOf(' ') < 0;

    /// <summary>The value is a secret that CloudFormation puts in place as plain text: <c>secret.SecretValue.UnsafeUnwrap()</c>.</summary>
    public static bool IsUnwrapped(Value value) => value is CallValue { Method: { Name: "UnsafeUnwrap", ContainingType.Name: "SecretValue" } };

    /// <summary>The value is a reference to a secret in Secrets Manager, as a text or in the library's way, unwrapped or not.</summary>
    public static Outcome FromSecretsManager(Value value) => value switch
    {
        ConstantValue { Constant: string text } => IsReference(text),
        TextValue text => text.Parts.Any(p => p is not null && IsReference(p) == Outcome.Satisfied) ? Outcome.Satisfied : Outcome.Unknown,
        CallValue { Method.Name: "UnsafeUnwrap" or "ToString", Receiver: { } secret } => FromSecretsManager(secret),
        CallValue { Method.Name: "SecretsManager" or "SecretValueFromJson" or "get_SecretValue" } => Outcome.Satisfied,
        CallValue { Method: { Name: "UnsafePlainText" or "PlainText" or "SsmSecure" or "CfnParameter", ContainingType.Name: "SecretValue" } } => Outcome.Violated,
        _ => Outcome.Unknown,
    };

    private static Outcome IsReference(string text) => text.IndexOf("{{resolve:secretsmanager", StringComparison.Ordinal) >= 0 ? Outcome.Satisfied : Outcome.Violated;
}
