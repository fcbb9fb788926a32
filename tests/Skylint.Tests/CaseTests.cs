using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Catalog;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests;

/// <summary>
/// Every rule against its case folder: bad is flagged, good is not, and the fix turns one into the other. A file may hold variants beside
/// <c>Bad</c> and <c>Good</c>, such as <c>BadL1</c>: each counts.
/// </summary>
public sealed class CaseTests
{
    public static TheoryData<string> Rules => [.. AllRules.Rules.Select(r => r.Id)];

    public static TheoryData<string> FixableRules => [.. AllRules.Rules.Where(r => r.FixSummary is not null).Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Bad_is_flagged(string id)
    {
        var diagnostics = await Verify.Diagnostics(Case(id).Bad, SetupOf(id), [id]);
        Assert.NotEmpty(diagnostics);
        foreach (var variant in VariantsOf(Case(id).Bad))
            Assert.True(diagnostics.Any(d => variant.Span.Contains(d.Location.SourceSpan)), $"{variant.Identifier} is not reported.");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Good_is_silent(string id) =>
        Assert.Empty(await Verify.Diagnostics(Case(id).Good, SetupOf(id), [id]));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Fix_turns_bad_into_good(string id)
    {
        var rule = RuleOf(id);
        if (rule.NoFix is not null)
            await Verify.NoFix(id, Case(id).Bad, SetupOf(id));
        else
            await Verify.FixEach(id, Case(id).Bad, Case(id).Fixed, SetupOf(id), VariantsOf);
    }

    /// <summary><c>dotnet format</c> asks for all diagnostics of one rule with the key of another rule's fix, or with none.</summary>
    [Theory]
    [MemberData(nameof(FixableRules))]
    public async Task Fix_all_works_with_a_foreign_key(string id)
    {
        var bad = Case(id).Bad;
        Assert.NotEqual(bad, await Verify.FixAll(id, bad, SetupOf(id)));
        // Variants may need different fixes, and then the key of one of them does not fix the others.
        var fixedAll = await Verify.FixedOneByOne(id, bad, SetupOf(id));
        Assert.Equal(fixedAll, await Verify.FixAll(id, bad, SetupOf(id), _ => "SKY0000: Fix something else"));
        Assert.Equal(fixedAll, await Verify.FixAll(id, bad, SetupOf(id), _ => null));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Message_and_properties_name_the_rule(string id)
    {
        foreach (var diagnostic in await Verify.Diagnostics(Case(id).Bad, SetupOf(id), [id]))
        {
            Assert.Equal(RuleOf(id).Key, diagnostic.Properties["key"]);
            Assert.DoesNotContain("{0}", diagnostic.GetMessage(), StringComparison.Ordinal);
            Assert.False(diagnostic.GetMessage().EndsWith('.'), diagnostic.GetMessage());
        }
    }

    private static IReadOnlyList<ClassDeclarationSyntax> VariantsOf(string source) =>
        [.. CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Where(c => c.Identifier.ValueText.StartsWith("Bad", StringComparison.Ordinal))];

    private static Rule RuleOf(string id) => AllRules.Rules.Single(r => r.Id == id);

    private static CaseFolder Case(string id)
    {
        var key = RuleOf(id).Key;
        return CaseFolder.All.TryGetValue(key, out var folder) ? folder : throw new Xunit.Sdk.XunitException($"{id}: there is no case folder '{key}'.");
    }

    private static Setup SetupOf(string id) => new(CaseReferences.For(RuleOf(id)));
}
