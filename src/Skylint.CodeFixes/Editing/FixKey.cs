using Microsoft.CodeAnalysis;

namespace Skylint.CodeFixes.Editing;

/// <summary>The equivalence keys of our code actions: the rule's identifier and what the action does.</summary>
internal static class FixKey
{
    public static string Of(Diagnostic diagnostic, string title) => $"{diagnostic.Id}: {title}";

    /// <summary>
    /// True when the key is one of the rule's. It may not be: <c>dotnet format</c> asks for all diagnostics of one rule with the key of whatever
    /// diagnostic the analyzer reported first, which can be another rule's, or with none when that one has no fix.
    /// </summary>
    public static bool IsOf(string id, string? key) => key?.StartsWith($"{id}: ", StringComparison.Ordinal) == true;
}
