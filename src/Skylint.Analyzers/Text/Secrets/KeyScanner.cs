using System.Text.RegularExpressions;
using Skylint.Catalog;

namespace Skylint.Text.Secrets;

/// <summary>Something in a text that has the shape of a key.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Start">Its first character, from the start of the text.</param>
/// <param name="Length">Its length in characters.</param>
internal readonly record struct KeyHit(Rule Rule, int Start, int Length);

/// <summary>
/// Finds keys in the text of a whole file, by the marks that they carry: prefixes of AWS key identifiers and tokens, headers of private keys. A
/// secret access key has no mark; it is looked for beside an identifier and on lines that speak of one.
/// </summary>
internal static class KeyScanner
{
    private const int Neighbourhood = 400;
    private const int LongestLine = 10_000;
    private const int ShortestBody = 60;

    private static readonly Regex s_secret = new(@"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private static readonly Regex s_aboutAws = new(@"aws|amazon|access|\bs3|\bses|\bsqs|\biam", RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex s_session = new(@"(?<![A-Za-z0-9+/])(?:FwoGZXIvYXdz|IQoJb3JpZ2lu)[A-Za-z0-9+/]{88,}={0,2}", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private static readonly Regex s_privateKey = new(@"-----BEGIN (?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    // Between two lines of the body may stand what a literal, a concatenation, a comment or JSON puts there.
    private static readonly Regex s_body = new(@"\G(?:[A-Za-z0-9+/=]|\\r|\\n|[\s""+@$*|\\/]|(?:Proc-Type|DEK-Info|Version|Comment):[^\r\n\\]*)+", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    /// <summary>True for a secret access key on a line that speaks of AWS: that is found by its shape.</summary>
    public static bool IsSecretKeyOfAws(string value, string line) => SecretShape.IsSecretKey(value) && s_aboutAws.IsMatch(line);

    /// <summary>Every key in the text, in no order.</summary>
    public static IEnumerable<KeyHit> Scan(string text)
    {
        var identifiers = new List<(int Start, int Length)>();
        foreach (var (start, length) in SecretShape.FindKeys(text))
        {
            identifiers.Add((start, length));
            yield return new KeyHit(SecretRules.KeyShapedText, start, length);
        }

        foreach (var (start, length) in Secrets(text, identifiers))
            yield return new KeyHit(SecretRules.KeyShapedText, start, length);
        if (text.IndexOf("FwoGZXIvYXdz", StringComparison.Ordinal) >= 0 || text.IndexOf("IQoJb3JpZ2lu", StringComparison.Ordinal) >= 0)
        {
            foreach (Match match in s_session.Matches(text))
            {
                if (SecretShape.Entropy(match.Value) >= 4.5)
                    yield return new KeyHit(SecretRules.KeyShapedText, match.Index, match.Length);
            }
        }

        foreach (var (start, length) in PrivateKeys(text))
            yield return new KeyHit(SecretRules.PrivateKeyText, start, length);
    }

    private static IEnumerable<(int Start, int Length)> Secrets(string text, List<(int Start, int Length)> identifiers)
    {
        var seen = new HashSet<int>();
        foreach (var (start, length) in identifiers)
        {
            var from = Math.Max(0, start - Neighbourhood);
            var window = text.Substring(from, Math.Min(text.Length, start + length + Neighbourhood) - from);
            foreach (var found in SecretsIn(window, from))
            {
                if (seen.Add(found.Start))
                    yield return found;
            }
        }

        for (var at = text.IndexOf("secret", StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var lineStart = text.LastIndexOf('\n', at) + 1;
            var lineEnd = text.IndexOf('\n', at);
            lineEnd = lineEnd < 0 ? text.Length : lineEnd;
            if (lineEnd - lineStart is >= 46 and <= LongestLine)
            {
                var line = text.Substring(lineStart, lineEnd - lineStart);
                if (s_aboutAws.IsMatch(line))
                {
                    foreach (var found in SecretsIn(line, lineStart))
                    {
                        if (seen.Add(found.Start))
                            yield return found;
                    }
                }
            }

            at = lineEnd >= text.Length ? -1 : text.IndexOf("secret", lineEnd, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static IEnumerable<(int Start, int Length)> SecretsIn(string text, int offset)
    {
        foreach (Match match in s_secret.Matches(text))
        {
            if (SecretShape.IsSecretKey(match.Value))
                yield return (offset + match.Index, match.Length);
        }
    }

    /// <summary>Headers of private keys with a body behind them: code that looks for the header has none.</summary>
    private static IEnumerable<(int Start, int Length)> PrivateKeys(string text)
    {
        if (text.IndexOf("PRIVATE KEY", StringComparison.Ordinal) < 0)
            yield break;
        foreach (Match match in s_privateKey.Matches(text))
        {
            var body = s_body.Match(text, match.Index + match.Length);
            if (!body.Success)
                continue;
            var key = Regex.Replace(body.Value, @"\\[rn]|[^A-Za-z0-9+/]", "");
            if (key.Length >= ShortestBody && SecretShape.Entropy(key) >= 4.5)
                yield return (match.Index, match.Length);
        }
    }
}
