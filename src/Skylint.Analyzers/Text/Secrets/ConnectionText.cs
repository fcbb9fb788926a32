using System.Text.RegularExpressions;

namespace Skylint.Text.Secrets;

/// <summary>Reads passwords out of connection strings: <c>Password=...;</c> and the like, and addresses with a user and a password before the host.</summary>
internal static class ConnectionText
{
    /// <summary>Stands in a text for a piece that is not known. No connection string has the character in it.</summary>
    public const string Hole = "\0";

    private const string Names = @"(?:^|[;,\s""'])(?:password|pwd|accountkey|sharedaccesskey|sharedsecretvalue)\s*=\s*";

    private static readonly Regex s_password = new(Names + @"(?:""(?<v>[^""]*)""|'(?<v>[^']*)'|(?<v>[^;,""'\s][^;]*?))\s*(?:;|,|$)", RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex s_awaits = new(Names + @"[""']?$", RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex s_address = new(@"\b[a-z][a-z0-9+.\-]{1,20}://[^\s:@/]+:(?<v>[^\s@/]+)@(?<host>[^\s:/,?]+)", RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex s_local = new(@"(?:=|//|@|^|,|:)\s*(?:tcp:)?(?:localhost|127\.0\.0\.1|\[?::1\]?|\(localdb\)|host\.docker\.internal|10\.0\.2\.2)(?=[\\,;:/\s""']|$)|UseDevelopmentStorage=true|devstoreaccount1|Data Source=:memory:", RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Cheap first look: true when the text may hold a password.</summary>
    public static bool MayHold(string text) =>
        text.Length >= 8 && (text.IndexOf('=') >= 0 || text.IndexOf("://", StringComparison.Ordinal) >= 0);

    /// <summary>True when the text has a password in it that is neither empty nor a placeholder, and is not about a database of the developer's machine.</summary>
    public static bool HasPassword(string text) => Passwords(text).Any();

    /// <summary>Where the passwords stand in the text.</summary>
    public static IEnumerable<(int Start, int Length)> Passwords(string text)
    {
        if (!MayHold(text) || IsLocal(text))
            yield break;
        foreach (Match match in s_password.Matches(text))
        {
            if (IsSecret(match.Groups["v"].Value))
                yield return (match.Groups["v"].Index, match.Groups["v"].Length);
        }

        foreach (Match match in s_address.Matches(text))
        {
            if (IsSecret(match.Groups["v"].Value))
                yield return (match.Groups["v"].Index, match.Groups["v"].Length);
        }
    }

    /// <summary>True when what follows the text is a password.</summary>
    public static bool AwaitsPassword(string text) => s_awaits.IsMatch(text);

    /// <summary>True when the address is that of the machine itself or of an emulator.</summary>
    public static bool IsLocal(string text) => s_local.IsMatch(text);

    private static bool IsSecret(string value) => value.Trim().Length > 0 && value.IndexOf(Hole, StringComparison.Ordinal) < 0 && !SecretShape.IsPlaceholder(value);
}
