using Microsoft.CodeAnalysis.CSharp;
using Skylint.Tests.Support;
using Xunit;

namespace Skylint.Tests.Sdk;

/// <summary>Code in the middle of being written: no rule may throw, whatever is missing.</summary>
public sealed class BrokenCodeTests
{
    private const int Cuts = 5;

    public static TheoryData<string> Rules => [.. AllRules.Rules.Where(r => r.Id[3] == '2').Select(r => r.Id)];

    /// <summary>Takes single tokens out of the bad case, evenly spread over it, and the whole second half.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Nothing_throws(string id)
    {
        var rule = AllRules.Rules.Single(r => r.Id == id);
        var source = CaseFolder.All[rule.Key].Bad;
        var setup = new Setup(CaseReferences.For(rule)) { AllowCompileErrors = true };
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(t => t.Span.Length > 0).ToList();
        for (var i = 1; i <= Cuts; i++)
        {
            var span = tokens[tokens.Count * i / (Cuts + 1)].Span;
            await Verify.Diagnostics(source.Remove(span.Start, span.Length), setup, [id]);
        }

        await Verify.Diagnostics(source[..(source.Length / 2)], setup, [id]);
    }
}
