using System.Text.RegularExpressions;

namespace Skylint.Text;

/// <summary>Regular expressions that leave nothing through which text could become syntax.</summary>
internal static class SafePatterns
{
    private static readonly Regex s_class = new(@"^(?:[A-Za-z0-9_]|[A-Za-z0-9]-[A-Za-z0-9]|\\[wd]|\\-|-|\\\.|\.)+$", RegexOptions.Compiled | RegexOptions.CultureInvariant);
    private static readonly Regex s_whole = new(@"^(?:\^|\\A)(?<body>.*?)(?:\$|\\z|\\Z)$", RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex s_anchors = new(@"^(?:\^|\\A|\\b)|(?:(?<!\\)\$|\\z|\\Z|\\b)$", RegexOptions.Compiled | RegexOptions.CultureInvariant);
    private static readonly Regex s_negated = new(@"^\[\^(?<set>[^\]]+)\][+*]?$|^(?<w>\\W)[+*]?$", RegexOptions.Compiled | RegexOptions.CultureInvariant);
    private static readonly Regex s_token = new(@"\G(?:\[(?<set>[^\]\^][^\]]*)\]|(?<lit>[A-Za-z0-9_]|\\[wd]|\\[.\-]|-)|\(\?:|\(|\)|\||[+*?]|\{\d+(?:,\d*)?\})", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    /// <summary>True when text that matches the pattern as a whole consists of letters, digits, underscores, hyphens and dots.</summary>
    public static bool AllowsOnlyNames(string pattern)
    {
        var whole = s_whole.Match(pattern);
        return whole.Success && !HasAlternatives(whole.Groups["body"].Value) && MatchesOnlyNames(whole.Groups["body"].Value);
    }

    // In `^a|b$` the anchors belong to one alternative each: the text around the other can be anything.
    private static bool HasAlternatives(string pattern)
    {
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case '|' when depth == 0:
                    return true;
            }
        }

        return false;
    }

    /// <summary>True when whatever part of a text the pattern matches consists of letters, digits, underscores, hyphens and dots.</summary>
    public static bool MatchesOnlyNames(string pattern)
    {
        var body = s_anchors.Replace(pattern, "");
        var position = 0;
        while (position < body.Length)
        {
            var token = s_token.Match(body, position);
            if (!token.Success || token.Length == 0 || (token.Groups["set"].Success && !s_class.IsMatch(token.Groups["set"].Value)))
                return false;
            position += token.Length;
        }

        return true;
    }

    /// <summary>True for a pattern whose replacement takes away everything but letters, digits, underscores, hyphens and dots.</summary>
    public static bool RemovesSyntax(string pattern)
    {
        var match = s_negated.Match(pattern);
        return match.Success && (match.Groups["w"].Success || s_class.IsMatch(match.Groups["set"].Value));
    }
}
