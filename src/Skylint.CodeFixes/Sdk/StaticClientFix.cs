using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Keeps a client in a static field instead of creating it for every call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StaticClientFix))]
[Shared]
public sealed class StaticClientFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new ClientCreatedPerCall().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Find<BaseObjectCreationExpressionSyntax>() is { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax } declaration } } declarator } } creation)
            yield return ("Keep the client in a static field", Hoist(site, creation, declarator, declaration));
    }

    private static SyntaxNode? Hoist(FixSite site, BaseObjectCreationExpressionSyntax creation, VariableDeclaratorSyntax declarator, LocalDeclarationStatementSyntax declaration)
    {
        if (declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { Members.Count: > 0 } type || site.Model.GetDeclaredSymbol(declarator) is not ILocalSymbol local || site.Model.GetTypeInfo(creation).Type is not { } client)
            return null;
        // The file's own habit decides how a static field is called.
        var prefix = type.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(v => v.Identifier.ValueText.StartsWith("s_", StringComparison.Ordinal)) ? "s_" : "_";
        var name = prefix + local.Name.TrimStart('_');
        if (!site.Model.LookupSymbols(declaration.SpanStart, name: name).IsEmpty)
            return null;
        var uses = type.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(n).Symbol, local)).ToList();
        var marked = site.Root.TrackNodes(uses.Append<SyntaxNode>(declaration).Append(type));
        foreach (var use in uses)
        {
            var current = marked.GetCurrentNode(use)!;
            marked = marked.ReplaceNode(current, SyntaxFactory.IdentifierName(name).WithTriviaFrom(current));
        }

        var first = marked.GetCurrentNode(declaration)!;
        // An empty line that set the declaration off is not needed any more.
        var next = ((BlockSyntax)first.Parent!).Statements.SkipWhile(s => s != first).Skip(1).FirstOrDefault();
        if (next is not null)
        {
            var lead = next.GetLeadingTrivia();
            marked = marked.ReplaceNode(next, next.WithLeadingTrivia(first.GetLeadingTrivia().AddRange(lead.SkipWhile(t => t.IsKind(SyntaxKind.EndOfLineTrivia) || t.IsKind(SyntaxKind.WhitespaceTrivia)))));
        }

        marked = marked.RemoveNode(marked.GetCurrentNode(declaration)!, SyntaxRemoveOptions.KeepNoTrivia)!;
        var owner = marked.GetCurrentNode(type)!;
        var indentation = FixSite.Indentation(type.Members[0]);
        var field = SyntaxFactory.ParseMemberDeclaration($"{indentation}private static readonly {client.ToMinimalDisplayString(site.Model, declaration.SpanStart)} {name} = new({creation.ArgumentList?.Arguments.ToString()}){(creation.Initializer is { } initializer ? " " + initializer : string.Empty)};{site.EndOfLine}")!;
        var members = owner.Members;
        if (members[0] is not FieldDeclarationSyntax)
            members = members.Replace(members[0], members[0].WithLeadingTrivia(members[0].GetLeadingTrivia().Insert(0, SyntaxFactory.EndOfLine(site.EndOfLine))));
        return marked.ReplaceNode(owner, owner.WithMembers(members.Insert(0, field)));
    }
}
