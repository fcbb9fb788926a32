using System.Text.RegularExpressions;
using Skylint.Catalog;

namespace Skylint.Text.Secrets;

/// <summary>A secret in a settings file.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Start">Its first character, from the start of the line.</param>
/// <param name="Length">Its length in characters.</param>
/// <param name="Name">The name of the setting.</param>
internal readonly record struct SettingHit(Rule Rule, int Start, int Length, string Name);

/// <summary>
/// Finds passwords, tokens and connection strings in the settings of an application, by the names of the settings: JSON, the XML of .NET Framework, and
/// lines of <c>NAME=value</c>. Reads line by line, so that a file that is not quite JSON is read as well.
/// </summary>
internal static class SettingsScanner
{
    private static readonly Regex s_pair = new(
        @"""(?<n>[^""\\]{1,100})""\s*:\s*""(?<v>(?:[^""\\]|\\.)*)""" // JSON
        + @"|\b(?:key|name)\s*=\s*""(?<n>[^""]{1,100})""[^<>]*?\s(?:value|connectionString)\s*=\s*""(?<v>[^""]*)""" // appSettings, connectionStrings
        + @"|\s(?<n>[A-Za-z]*[Pp]assword)\s*=\s*""(?<v>[^""]*)""" // <network userName="..." password="...">
        + @"|<(?<n>value)>(?<v>[^<>]+)<"
        + @"|^(?:export\s+)?(?<n>[A-Z][A-Z0-9_]*)=(?<v>[^\s""'].*)$",
        RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private static readonly string[] s_tokenEndings = ["secret", "secretkey", "apikey", "api_key", "accesstoken", "access_token", "authtoken", "auth_token", "bearertoken", "accountkey", "sharedkey"];

    /// <summary>True for files whose settings mean what their names say, by the file's name.</summary>
    public static bool IsSettings(string path)
    {
        var name = Path.GetFileName(path);
        return Starts(name, "appsettings") || Starts(name, "launchSettings") || Starts(name, ".env") || ((Starts(name, "web") || Starts(name, "app")) && name.EndsWith(".config", StringComparison.OrdinalIgnoreCase));

        static bool Starts(string name, string start) => name.StartsWith(start, StringComparison.OrdinalIgnoreCase);
    }

    public static IEnumerable<SettingHit> Scan(string line)
    {
        foreach (Match match in s_pair.Matches(line))
        {
            var (name, value) = (match.Groups["n"].Value, match.Groups["v"]);
            if (value.Length < 6)
                continue;
            if (SecretSinks.IsPasswordName(name))
            {
                if (IsPassword(value.Value))
                    yield return new SettingHit(SecretRules.HardcodedPassword, value.Index, value.Length, name);
            }
            else if (IsTokenName(name))
            {
                if (IsToken(value.Value) && !KeyScanner.IsSecretKeyOfAws(value.Value, line))
                    yield return new SettingHit(SecretRules.HardcodedToken, value.Index, value.Length, name);
            }
            else
            {
                foreach (var (start, length) in ConnectionText.Passwords(value.Value))
                    yield return new SettingHit(SecretRules.ConnectionStringPassword, value.Index + start, length, name);
            }
        }
    }

    private static bool IsTokenName(string name) => s_tokenEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // A setting of that name can also be a label, an address or the name of another setting: those are words.
    private static bool IsPassword(string value) =>
        value.IndexOf(' ') < 0 && value.IndexOf('/') < 0 && !value.All(char.IsLetter) && !SecretShape.IsPlaceholder(value);

    private static bool IsToken(string value) =>
        value.Length >= 12 && value.IndexOf(' ') < 0 && value.IndexOf("://", StringComparison.Ordinal) < 0 && value.Any(char.IsDigit) && value.Any(char.IsLetter)
        && SecretShape.Entropy(value) >= 3.0 && !value.StartsWith("arn:", StringComparison.Ordinal) && !SecretShape.IsPlaceholder(value) && !SecretShape.FindKeys(value).Any();
}
