using System.Text.RegularExpressions;

namespace Skylint.Text.Secrets;

/// <summary>
/// Tells secrets from the words that stand in for them. AWS writes access key identifiers in the base-32 alphabet behind a known
/// prefix, and secret keys as 40 characters of base 64.
/// </summary>
internal static class SecretShape
{
    private static readonly string[] s_prefixes = ["AKIA", "ASIA", "ABIA", "ACCA", "A3T"];

    private static readonly Regex s_identifier = new(@"(?<![A-Za-z0-9+/])(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z2-7]{16}(?![A-Za-z0-9+/=])", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private static readonly Regex s_bedrock = new(@"(?<![A-Za-z0-9+/])(?:ABSK[A-Za-z0-9+/]{109,269}={0,2}|bedrock-api-key-[A-Za-z0-9+/]{40,}={0,2})", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private static readonly Regex s_words = new(@"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private static readonly HashSet<string> s_placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "test", "tests", "testing", "tester", "dummy", "local", "locally", "localhost", "localstack", "ignore", "ignored", "fake", "foo", "bar", "baz", "key", "keys", "id", "x", "xx", "xxx", "xxxx",
        "secret", "access", "aws", "amazon", "my", "your", "the", "a", "an", "of", "not", "real", "needed", "used", "unused", "example", "sample", "demo", "mock", "mocked", "stub",
        "placeholder", "old", "new", "change", "me", "changeme", "changeit", "todo", "none", "null", "empty", "any", "anything", "whatever", "something", "value", "default", "insert", "here", "replace", "goes", "with", "put",
        "minio", "minioadmin", "admin", "user", "username", "guest", "root", "dynamo", "dynamodb", "db", "dev", "development", "emulator", "token", "session", "password", "pass", "pwd", "passwd", "credentials", "credential",
        "abc", "asdf", "blah", "api", "string", "word", "strong", "super", "very", "some", "pa", "ss", "p", "w", "rd", "sql", "server", "secretkey", "accesskey", "accesskeyid", "secretaccesskey", "awsaccesskeyid", "awssecretaccesskey", "ci", "unit", "integration", "anonymous", "invalid", "bogus", "wrong", "redacted", "hidden", "removed", "env", "var", "postgres", "sa", "s", "k", "i", "p", "elasticmq", "ministack", "moto", "goaws", "sqs", "sns", "s3",
    };

    /// <summary>Cheap first look: true when the text may hold an access key identifier or a Bedrock key.</summary>
    public static bool MayHoldKey(string text)
    {
        if (text.Length < 20)
            return false;
        foreach (var prefix in s_prefixes)
        {
            if (text.IndexOf(prefix, StringComparison.Ordinal) >= 0)
                return true;
        }

        return text.IndexOf("ABSK", StringComparison.Ordinal) >= 0 || text.IndexOf("bedrock-api-key-", StringComparison.Ordinal) >= 0;
    }

    /// <summary>Where the text holds something that has the shape of an AWS access key identifier or a Bedrock API key, documented examples aside.</summary>
    public static IEnumerable<(int Start, int Length)> FindKeys(string text)
    {
        if (!MayHoldKey(text))
            yield break;
        foreach (Match match in s_identifier.Matches(text))
        {
            if (!match.Value.EndsWith("EXAMPLE", StringComparison.Ordinal) && Entropy(match.Value) >= 3.0)
                yield return (match.Index, match.Length);
        }

        foreach (Match match in s_bedrock.Matches(text))
        {
            if (Entropy(match.Value) >= 4.0)
                yield return (match.Index, match.Length);
        }
    }

    /// <summary>True for 40 characters of base 64 that look random and are neither a hash nor the documented example.</summary>
    public static bool IsSecretKey(string text) =>
        text.Length == 40
        && text.All(c => IsBase64(c))
        && text.Any(char.IsDigit) && text.Any(c => c is >= 'a' and <= 'z') && text.Any(c => c is >= 'A' and <= 'Z')
        && !text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'))
        && text.IndexOf("EXAMPLE", StringComparison.OrdinalIgnoreCase) < 0
        && Entropy(text) >= 4.25;

    /// <summary>True for text that has the shape of a key or of a secret key.</summary>
    public static bool IsKeyShaped(string text) => IsSecretKey(text) || FindKeys(text).Any();

    /// <summary>
    /// True for what people write where a value is demanded and none is needed: <c>test</c>, <c>dummy</c>, <c>my-secret-key</c>,
    /// repetitions of one character, the documented examples.
    /// </summary>
    public static bool IsPlaceholder(string text)
    {
        if (IsKeyShaped(text))
            return false;
        var trimmed = text.Trim();
        if (IsTemplate(text))
            return true;
        if (trimmed.Length >= 12 && Entropy(trimmed) < 2.0)
            return true;
        if (IsSequence(trimmed))
            return true;
        var digits = trimmed.Count(char.IsDigit);
        if (digits > 4 && !HasSequence(trimmed))
            return false;
        return AreWords(trimmed) || AreWords(Plain(trimmed));
    }

    private static bool AreWords(string text)
    {
        var words = s_words.Matches(text);
        if (words.Count == 0)
            return false;
        foreach (Match word in words)
        {
            if (!s_placeholders.Contains(word.Value))
                return false;
        }

        return true;
    }

    /// <summary>The text with the signs that people write for letters turned back: <c>P@ssw0rd</c>.</summary>
    private static string Plain(string text) => text.Replace('@', 'a').Replace('$', 's').Replace('0', 'o').Replace('3', 'e').Replace('1', 'i').Replace('!', 'i');

    /// <summary>True for what is to be replaced before it means anything: nothing at all, marks such as <c>&lt;key&gt;</c> or <c>${KEY}</c>, one character over and over, documented examples.</summary>
    public static bool IsTemplate(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 || trimmed.Distinct().Count() <= 2 || text.IndexOf("EXAMPLE", StringComparison.OrdinalIgnoreCase) >= 0
            || (trimmed[0] is '<' or '{' or '$' or '%' or '[' or '#' && trimmed[trimmed.Length - 1] is '>' or '}' or '%' or ')' or ']' or '#');
    }

    /// <summary>Shannon entropy in bits for each character.</summary>
    public static double Entropy(string text)
    {
        var counts = new Dictionary<char, int>();
        foreach (var c in text)
            counts[c] = counts.TryGetValue(c, out var n) ? n + 1 : 1;
        return -counts.Values.Sum(n => (double)n / text.Length * Math.Log((double)n / text.Length, 2));
    }

    private static bool IsBase64(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '/';

    private static bool IsSequence(string text) =>
        "0123456789012345678901234567890123456789".Contains(text) || "abcdefghijklmnopqrstuvwxyz0123456789".Contains(text.ToLowerInvariant());

    private static bool HasSequence(string text) => text.Contains("123") || text.Contains("000");
}
