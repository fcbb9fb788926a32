namespace Skylint.Sdk.Rules;

/// <summary>Whether a name says that its value is a secret.</summary>
internal static class SecretName
{
    private static readonly string[] s_words = ["password", "passwd", "secret", "apikey", "accesskey", "privatekey", "credential", "connectionstring", "authtoken", "accesstoken", "refreshtoken", "bearertoken", "signingkey", "encryptionkey"];

    private static readonly string[] s_rather = ["arn", "name", "id", "url", "length", "policy", "expiry", "expiration", "ttl", "enabled", "hash", "count", "key-id", "keyid"];

    /// <summary>True for <c>/app/db/password</c> and its like; false for what only speaks of one: <c>/app/secret-arn</c>.</summary>
    public static bool Is(string name)
    {
        var last = name.Substring(name.LastIndexOf('/') + 1).ToLowerInvariant();
        var letters = new string([.. last.Where(char.IsLetterOrDigit)]);
        return Array.Exists(s_words, word => letters.Contains(word)) && !Array.Exists(s_rather, end => letters.EndsWith(end, StringComparison.Ordinal));
    }
}
