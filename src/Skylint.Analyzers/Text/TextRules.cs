using Skylint.Catalog;
using Skylint.Text.Secrets;
using Skylint.Text.Sql;

namespace Skylint.Text;

/// <summary>Every rule that follows the provenance of text: statements and secrets.</summary>
internal static class TextRules
{
    public static IReadOnlyList<Rule> All { get; } = [.. SqlRules.All, .. SecretRules.All];
}
