using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Calls another operation in place of the one that is there, with the request that belongs to it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameCallFix))]
[Shared]
public sealed class RenameCallFix : SdkFix
{
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["GetNextSetAsync"] = "GetRemainingAsync",
        ["ListObjects"] = "ListObjectsV2",
        ["ListObjectsAsync"] = "ListObjectsV2Async",
        ["GetObject"] = "GetObjectMetadata",
        ["GetObjectAsync"] = "GetObjectMetadataAsync",
        ["DoesS3BucketExist"] = "DoesS3BucketExistV2",
        ["DoesS3BucketExistAsync"] = "DoesS3BucketExistV2Async",
    };

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new SearchFirstSetOnly().Rule.Id, new S3ListV1().Rule.Id, new S3Existence().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Call() is not { } call || ((call.Expression as MemberAccessExpressionSyntax)?.Name ?? (call.Expression as MemberBindingExpressionSyntax)?.Name) is not IdentifierNameSyntax name || !s_names.TryGetValue(name.Identifier.ValueText, out var other))
            yield break;
        var replaced = new Dictionary<SyntaxNode, SyntaxNode> { [name] = SyntaxFactory.IdentifierName(other).WithTriviaFrom(name) };
        var creation = call.ArgumentList.Arguments.Count > 0 ? CreationOf(site, call.ArgumentList.Arguments[0].Expression) : null;
        // `new()` takes the type of the parameter, and needs no change.
        if (creation is { Type: var type })
        {
            var simple = type.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Last();
            replaced[simple] = SyntaxFactory.IdentifierName(Bare(other) + "Request").WithTriviaFrom(simple);
        }

        // using var response = await s3.GetObjectAsync(...): metadata needs no disposal.
        var declaration = FixSite.Awaited(call).Parent is EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } local } } ? local : null;
        var title = $"Use '{other}'";
        if (declaration is null)
        {
            yield return (title, site.Root.ReplaceNodes(replaced.Keys, (node, _) => replaced[node]));
            yield break;
        }

        var marked = site.Root.TrackNodes(replaced.Keys.Append(declaration));
        foreach (var pair in replaced)
            marked = marked.ReplaceNode(marked.GetCurrentNode(pair.Key)!, pair.Value);
        var current = marked.GetCurrentNode(declaration)!;
        yield return (title, marked.ReplaceNode(current, current.WithUsingKeyword(default).WithLeadingTrivia(current.GetLeadingTrivia())));
    }

    private static string Bare(string method) => method.EndsWith("Async", StringComparison.Ordinal) ? method.Substring(0, method.Length - "Async".Length) : method;

    // Written at its place, or in the local that only this call reads.
    private static ObjectCreationExpressionSyntax? CreationOf(FixSite site, ExpressionSyntax request)
    {
        if (request is ObjectCreationExpressionSyntax creation)
            return creation;
        return request is IdentifierNameSyntax && site.Model.GetSymbolInfo(request).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } references }
            && references[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: ObjectCreationExpressionSyntax local } ? local : null;
    }
}
