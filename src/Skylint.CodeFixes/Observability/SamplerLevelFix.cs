using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Sdk;
using Skylint.Observability;

namespace Skylint.CodeFixes.Observability;

/// <summary>SKY4005: samples up to Information.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SamplerLevelFix))]
[Shared]
public sealed class SamplerLevelFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ObservabilityRules.SamplerDropsErrors.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Call() is not { } call || site.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol { Name: "AddRandomProbabilisticSampler" } method)
            yield break;
        var (level, usings) = site.Shorten("Microsoft.Extensions.Logging.LogLevel");
        var information = SyntaxFactory.ParseExpression(level + ".Information");
        var ordinal = method.Parameters.Length - 1;
        var list = call.ArgumentList;
        var given = list.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "level") ?? (list.Arguments.Count > ordinal ? list.Arguments[ordinal] : null);
        SyntaxNode changed = given is not null
            ? site.Root.ReplaceNode(given.Expression, information.WithTriviaFrom(given.Expression))
            : site.Root.ReplaceNode(list, list.WithArguments(list.Arguments.Insert(list.Arguments.Count, SyntaxFactory.Argument(information).WithLeadingTrivia(SyntaxFactory.Space))));
        yield return ("Sample records up to Information", site.WithUsings(changed, usings));
    }
}
