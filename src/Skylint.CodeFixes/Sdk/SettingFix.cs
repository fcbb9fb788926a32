using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Removes a setting, or gives it the value that the rule names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SettingFix))]
[Shared]
public sealed class SettingFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new RetriesDisabled().Rule.Id, new LegacyRetryMode().Rule.Id, new ExcessiveRetries().Rule.Id, new InsecureEndpoint().Rule.Id, new PublicAcl().Rule.Id, new PresignedUrlLifetime().Rule.Id, new PresignedUrlKindOrHttp().Rule.Id, new RuntimeResourceUnencrypted().Rule.Id, new PubliclyAccessible().Rule.Id, new SecretStoredAsString().Rule.Id, new ResponseLogging().Rule.Id, new IntegrityProtectionDisabled().Rule.Id, new StsGlobalEndpoint().Rule.Id, new KeyDeletionWindow().Rule.Id, new BatchSizeLimit().Rule.Id, new SequenceToken().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Detail is not { } detail)
            yield break;
        if (detail == SettingRule.Remove)
            yield return ("Remove the setting", Remove(site));
        else
            yield return ($"Use {detail.Substring(detail.LastIndexOf('.', detail.StartsWith("\"", StringComparison.Ordinal) ? 0 : detail.Length - 1) + 1)}", Replace(site, detail));
    }

    internal static SyntaxNode? Remove(FixSite site)
    {
        var node = site.Root.FindNode(site.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax owner } initializer } assignment)
            return site.Root.ReplaceNode(owner, initializer.Expressions.Count == 1 ? Bare(owner) : Initializer.Remove(owner, assignment));
        return node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { Parent: BlockSyntax } statement ? site.Root.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia) : null;
    }

    // `new AmazonS3Config { MaxErrorRetry = 0 }` becomes `new AmazonS3Config()`.
    private static BaseObjectCreationExpressionSyntax Bare(BaseObjectCreationExpressionSyntax creation)
    {
        var list = (creation.ArgumentList ?? SyntaxFactory.ArgumentList()).WithoutTrivia();
        return (creation is ObjectCreationExpressionSyntax typed ? typed.WithType(typed.Type.WithoutTrailingTrivia()) : creation)
            .WithInitializer(null).WithArgumentList(list).WithTriviaFrom(creation);
    }

    private static SyntaxNode? Replace(FixSite site, string text)
    {
        var node = site.Root.FindNode(site.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var old = (node is LiteralExpressionSyntax && node.Span == site.Diagnostic.Location.SourceSpan ? (ExpressionSyntax)node : null) ?? node.FirstAncestorOrSelf<AssignmentExpressionSyntax>()?.Right ?? node.FirstAncestorOrSelf<ArgumentSyntax>()?.Expression;
        if (old is null)
            return null;
        var (shortened, usings) = site.Shorten(text);
        return site.WithUsings(site.Root.ReplaceNode(old, SyntaxFactory.ParseExpression(shortened).WithTriviaFrom(old)), usings);
    }
}
