using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Skylint.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Text.Secrets;

namespace Skylint.CodeFixes.Secrets;

/// <summary>Takes an access key out of the creation of a client, so that the SDK looks along its default chain.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropCredentialsFix))]
[Shared]
public sealed class DropCredentialsFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(SecretRules.HardcodedCredentials.Id, SecretRules.LongLivedCredentials.Id);

    public override FixAllProvider GetFixAllProvider() => BatchFixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { ArgumentList: { } own } creation)
                continue;

            // The credentials are an argument of the client, or their parts are.
            var client = creation.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax outer } } ? outer : creation;
            var list = client.ArgumentList!;
            var dropped = client == creation ? [.. KeyArguments(model, creation, own, context.CancellationToken)] : new HashSet<ArgumentSyntax> { (ArgumentSyntax)creation.Parent! };
            if (dropped.Count == 0)
                continue;
            var kept = list.RemoveNodes(dropped, SyntaxRemoveOptions.KeepNoTrivia)!;
            var replacement = client.WithArgumentList(kept);
            if (!Binds(model, client, replacement))
                continue;
            context.RegisterCodeFix(
                CodeAction.Create("Use the default credential chain", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(client, replacement))), FixKey.Of(diagnostic, "default credential chain")),
                diagnostic);
        }
    }

    private static IEnumerable<ArgumentSyntax> KeyArguments(SemanticModel model, BaseObjectCreationExpressionSyntax creation, ArgumentListSyntax list, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(creation, cancellationToken).Symbol is not IMethodSymbol constructor)
            yield break;
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            var argument = list.Arguments[i];
            var name = argument.NameColon?.Name.Identifier.ValueText ?? (i < constructor.Parameters.Length ? constructor.Parameters[i].Name : "");
            if (name is "awsAccessKeyId" or "awsSecretAccessKey" or "awsSessionToken")
                yield return argument;
        }
    }

    private static bool Binds(SemanticModel model, BaseObjectCreationExpressionSyntax client, BaseObjectCreationExpressionSyntax replacement)
    {
        // Credentials objects have no constructor without a key; there is nothing to leave out.
        var type = model.GetTypeInfo(client).Type as INamedTypeSymbol;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "AmazonServiceClient")
                return replacement is ImplicitObjectCreationExpressionSyntax
                    ? type!.InstanceConstructors.Any(c => c.Parameters.Count(p => !p.IsOptional) <= replacement.ArgumentList!.Arguments.Count)
                    : model.GetSpeculativeSymbolInfo(client.SpanStart, replacement, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol;
        }

        return false;
    }
}
