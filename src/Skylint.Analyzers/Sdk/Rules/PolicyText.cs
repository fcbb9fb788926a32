using Skylint.Configuration;

namespace Skylint.Sdk.Rules;

/// <summary>Reads the text of an IAM policy.</summary>
internal static class PolicyText
{
    /// <summary>What an Allow statement opens too far: <c>every action on every resource</c> or <c>everybody</c>; null when nothing, or when the text is no policy.</summary>
    public static string? Opening(string text)
    {
        if (text.IndexOf("\"Statement\"", StringComparison.Ordinal) < 0 || !Json.TryParse(text, out var parsed) || parsed is not Dictionary<string, object?> policy || !policy.TryGetValue("Statement", out var statements))
            return null;
        foreach (var statement in Many(statements).OfType<Dictionary<string, object?>>())
        {
            // A condition may narrow all of it down; what it says is not judged.
            if (!Is(statement, "Effect", "Allow") || statement.ContainsKey("Condition"))
                continue;
            if (statement.TryGetValue("Principal", out var principal) && IsEverybody(principal))
                return "everybody";
            if (Any(statement, "Action", "*") && Any(statement, "Resource", "*") && !statement.ContainsKey("Principal"))
                return "every action on every resource";
        }

        return null;
    }

    private static bool IsEverybody(object? principal) => principal switch
    {
        "*" => true,
        Dictionary<string, object?> kinds => kinds.TryGetValue("AWS", out var accounts) && Many(accounts).Contains("*"),
        _ => false,
    };

    private static bool Is(Dictionary<string, object?> statement, string member, string value) => statement.TryGetValue(member, out var found) && found is string text && text == value;

    private static bool Any(Dictionary<string, object?> statement, string member, string value) => statement.TryGetValue(member, out var found) && Many(found).Contains(value);

    private static IEnumerable<object?> Many(object? value) => value is List<object?> list ? list : [value];
}
