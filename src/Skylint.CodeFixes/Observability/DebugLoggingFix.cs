using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Sdk;
using Skylint.Observability;

namespace Skylint.CodeFixes.Observability;

/// <summary>SKY4008: sets the minimum level to Information.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DebugLoggingFix))]
[Shared]
public sealed class DebugLoggingFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ObservabilityRules.DebugLoggingEnabled.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        var name = site.Find<ExpressionSyntax>() switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } => access.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        if (name is not null)
            yield return ("Set the minimum level to Information", site.Root.ReplaceNode(name, SyntaxFactory.IdentifierName("Information").WithTriviaFrom(name)));
    }
}
