using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Asks the successor of the fallback factory for the default credentials.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FallbackCredentialsFix))]
[Shared]
public sealed class FallbackCredentialsFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new FallbackCredentials().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Call() is not { ArgumentList.Arguments.Count: 0, Expression: { } name } call)
            yield break;
        var (resolver, usings) = site.Shorten("Amazon.Runtime.Credentials.DefaultAWSCredentialsIdentityResolver");
        var changed = call.WithExpression(SyntaxFactory.ParseExpression($"{resolver}.GetCredentials").WithTriviaFrom(name));
        yield return ("Use 'DefaultAWSCredentialsIdentityResolver'", site.WithUsings(site.Root.ReplaceNode(call, changed), usings));
    }
}
