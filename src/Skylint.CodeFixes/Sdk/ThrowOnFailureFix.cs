using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Throws when a response says that something failed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ThrowOnFailureFix))]
[Shared]
public sealed class ThrowOnFailureFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new BatchPartialFailureIgnored().Rule.Id, new LambdaInvokeFunctionError().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Detail is { } member && site.Call() is { } call)
            yield return ("Throw when something failed", Throw(site, call, member));
    }

    private static SyntaxNode? Throw(FixSite site, InvocationExpressionSyntax call, string member)
    {
        var awaited = FixSite.Awaited(call);
        if (awaited.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } statement)
            return null;
        string response;
        var replacement = statement;
        switch (awaited.Parent)
        {
            case ExpressionStatementSyntax:
                response = site.FreeName("response");
                replacement = SyntaxFactory.ParseStatement($"var {response} = {statement.WithoutTrivia()}").WithTriviaFrom(statement);
                break;
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax }:
                response = site.FreeName("response");
                replacement = SyntaxFactory.ParseStatement($"var {response} = {awaited.WithoutTrivia()};").WithTriviaFrom(statement);
                break;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } } declarator }:
                response = declarator.Identifier.ValueText;
                break;
            default:
                return null;
        }

        if (ResponseType(site.Model, call)?.GetMembers(member).OfType<IPropertySymbol>().FirstOrDefault() is not { } property)
            return null;
        var operation = ((call.Expression as MemberAccessExpressionSyntax)?.Name ?? call.Expression).ToString();
        var (test, message) = Test($"{response}.{member}", property.Type, operation.EndsWith("Async", StringComparison.Ordinal) ? operation.Substring(0, operation.Length - 5) : operation);
        var (text, usings) = site.Shorten($"if ({test})\n    throw new System.InvalidOperationException({message});");
        var check = site.Statement(text, FixSite.Indentation(statement));
        var at = block.Statements.IndexOf(statement);
        var statements = block.Statements.Replace(statement, replacement).Insert(at + 1, check);
        return site.WithUsings(site.Root.ReplaceNode(block, block.WithStatements(statements)), usings);
    }

    private static (string Test, string Message) Test(string member, ITypeSymbol type, string operation)
    {
        if (type.SpecialType == SpecialType.System_String)
            return ($"!string.IsNullOrEmpty({member})", $"$\"The invoked function failed: {{{member}}}\"");
        if (type is INamedTypeSymbol { Name: "List" or "Dictionary" })
            return ($"{member} is {{ Count: > 0 }}", $"$\"{operation}: {{{member}.Count}} failed.\"");
        return type.IsValueType
            ? ($"{member} > 0", $"$\"{operation}: {{{member}}} failed.\"")
            : ($"{member} is not null", $"\"{operation}: some entries failed.\"");
    }

    private static ITypeSymbol? ResponseType(SemanticModel model, ExpressionSyntax call) =>
        model.GetTypeInfo(call).Type is INamedTypeSymbol { Name: "Task", TypeArguments.Length: 1 } task ? task.TypeArguments[0] : model.GetTypeInfo(call).Type;
}
