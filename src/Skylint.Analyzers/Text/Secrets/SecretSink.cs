using Microsoft.CodeAnalysis;

namespace Skylint.Text.Secrets;

/// <summary>What kind of secret a place takes; each kind is a rule.</summary>
internal enum SecretKind
{
    Password,
    CryptoKey,
    ConnectionString,
    Token,

    /// <summary>The value of a header that authenticates: a scheme may stand before the token.</summary>
    Header,
}

/// <summary>A place that takes a secret.</summary>
/// <param name="Kind">What it takes.</param>
/// <param name="Value">The expression that is handed over.</param>
/// <param name="Name">What a message calls the place: a type, a method or a property.</param>
internal sealed record SecretSink(SecretKind Kind, IOperation Value, string Name);
