using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Observability.Generator;

namespace Skylint.Observability.CodeFixes;

/// <summary>
/// SKY9004: takes an unbounded tag off the metric. SKY9005: takes the tag off a sensitive parameter. SKY9009: marks a parameter as sensitive, in place of its tag.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TagFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Diagnostics.UnboundedMetricTag.Id, Diagnostics.SensitiveEmitted.Id, Diagnostics.PersonalData.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || root.FindNode(context.Span).FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter)
            return;
        var tag = parameter.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute =>
            model.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is { } type && AttributeArguments.IsNamed(type, Names.Tag));
        if (tag is null)
            return;
        var id = context.Diagnostics[0].Id;
        if (id == Diagnostics.UnboundedMetricTag.Id)
            Register(context, "Leave the tag off the metric", root.ReplaceNode(tag, OffMetric(tag)));
        else if (id == Diagnostics.SensitiveEmitted.Id)
            Register(context, "Remove the tag", root.ReplaceNode(parameter, WithoutTag(parameter, tag)));
        else
            Register(context, "Mark as sensitive, without a tag", root.ReplaceNode(tag, SyntaxFactory.Attribute(Sensitive(tag))));
    }

    private static void Register(CodeFixContext context, string title, SyntaxNode root) =>
        context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root)), title), context.Diagnostics);

    private static AttributeSyntax OffMetric(AttributeSyntax tag)
    {
        var kept = tag.ArgumentList!.Arguments.Where(argument => argument.NameEquals?.Name.Identifier.ValueText != "Metric").Select(argument => argument.WithoutTrivia());
        return tag.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(kept, Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), kept.Count() - 1))));
    }

    private static ParameterSyntax WithoutTag(ParameterSyntax parameter, AttributeSyntax tag)
    {
        var list = (AttributeListSyntax)tag.Parent!;
        return list.Attributes.Count == 1
            ? parameter.WithAttributeLists(parameter.AttributeLists.Remove(list)).WithLeadingTrivia(parameter.GetLeadingTrivia())
            : parameter.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(tag)));
    }

    /// <summary>The other attribute, qualified as this one is.</summary>
    private static NameSyntax Sensitive(AttributeSyntax tag) => tag.Name switch
    {
        QualifiedNameSyntax qualified => qualified.WithRight(SyntaxFactory.IdentifierName("Sensitive")),
        AliasQualifiedNameSyntax alias => alias.WithName(SyntaxFactory.IdentifierName("Sensitive")),
        _ => SyntaxFactory.IdentifierName("Sensitive"),
    };
}
