namespace Skylint.Observability;

/// <summary>Names that say that a value is personal data or a credential. Shared with the generator, which asks the same of its tags.</summary>
internal static class PersonalData
{
    private static readonly string[] s_words =
    [
        "email", "mail", "phone", "ssn", "password", "passwd", "secret", "token", "apikey", "creditcard", "cardnumber", "iban", "birthdate", "dateofbirth", "firstname", "lastname", "fullname", "passport",
    ];

    // Tokens that are no credential: where a listing goes on, and what stops work.
    private static readonly string[] s_harmless = ["nexttoken", "continuationtoken", "pagetoken", "paginationtoken", "synctoken", "canceltoken", "cancellationtoken", "stoppingtoken", "clienttoken", "idempotencytoken"];

    /// <summary>Whether a name such as <c>user.email</c> or <c>cardNumber</c> names personal data or a credential.</summary>
    /// <param name="name">The name of a variable, or the key of a tag.</param>
    public static bool IsNamedBy(string name)
    {
        var plain = name.Replace(".", "").Replace("_", "").Replace("-", "").ToLowerInvariant();

        // The end of the name says what it is: tokenCount is a number, userEmail an address.
        return s_words.Any(word => plain.EndsWith(word, StringComparison.Ordinal)) && !s_harmless.Any(word => plain.EndsWith(word, StringComparison.Ordinal));
    }
}
