using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Asks for the decrypted value of a parameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DecryptionFix))]
[Shared]
public sealed class DecryptionFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new SecureStringNotDecrypted().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Detail is { } member && site.Find<BaseObjectCreationExpressionSyntax>() is { } request)
            yield return ("Decrypt the value", site.Root.ReplaceNode(request, Initializer.Add(request, member, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression))));
    }
}
