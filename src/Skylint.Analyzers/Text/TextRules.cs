using Skylint.Catalog;
using Skylint.Text.Injection;
using Skylint.Text.Secrets;
using Skylint.Text.Sql;

namespace Skylint.Text;

/// <summary>Every rule that follows the provenance of text: statements, command lines, policies and secrets.</summary>
internal static class TextRules
{
    public static IReadOnlyList<Rule> All { get; } = [.. SqlRules.All, .. InjectionRules.All, .. SecretRules.All];
}
