using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Lets an SQS handler return the messages that failed instead of failing as a whole.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialBatchFix))]
[Shared]
public sealed class PartialBatchFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new LambdaPartialBatch().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        // Only where the loop is a statement of the handler itself and nothing returns before its end.
        if (site.Find<MethodDeclarationSyntax>() is not { Body: { } body } method || !method.Modifiers.Any(SyntaxKind.AsyncKeyword) || method.ReturnType is not IdentifierNameSyntax { Identifier.ValueText: "Task" }
            || body.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).OfType<ReturnStatementSyntax>().Any())
            yield break;
        if (method.ParameterList.Parameters.FirstOrDefault(p => p.Type?.ToString().EndsWith("SQSEvent", StringComparison.Ordinal) == true) is not { } batch)
            yield break;
        var loops = body.Statements.OfType<ForEachStatementSyntax>().Where(l => l.Expression.ToString() == batch.Identifier.ValueText + ".Records").ToList();
        if (loops.Count == 1 && loops[0].Statement is BlockSyntax block)
            yield return ("Return the messages that failed (report batch item failures on the event source mapping)", Rewrite(site, method, body, loops[0], block));
    }

    private static SyntaxNode Rewrite(FixSite site, MethodDeclarationSyntax method, BlockSyntax body, ForEachStatementSyntax loop, BlockSyntax block)
    {
        var failures = site.FreeName("failures");
        var end = site.EndOfLine;
        var outer = FixSite.Indentation(loop);
        var step = Step(outer, block);
        var inner = outer + step;
        var usings = new SortedSet<string>(StringComparer.Ordinal);
        string Short(string text)
        {
            var (shortened, more) = site.Shorten(text);
            usings.UnionWith(more);
            return shortened;
        }

        var response = Short("Amazon.Lambda.SQSEvents.SQSBatchResponse");
        var statements = string.Concat(block.Statements.Select(s => Indented(s.ToFullString(), step)));
        var guarded = $"{inner}try{end}{inner}{{{end}{statements}{inner}}}{end}{inner}catch ({Short("System.Exception")}){end}{inner}{{{end}{inner}{step}{failures}.Add(new() {{ ItemIdentifier = {loop.Identifier.ValueText}.MessageId }});{end}{inner}}}{end}";
        var newLoop = loop.WithStatement(block.WithStatements(SyntaxFactory.SingletonList(SyntaxFactory.ParseStatement(guarded))));
        var list = site.Statement($"var {failures} = new {Short("System.Collections.Generic.List")}<{response}.BatchItemFailure>();", outer);
        var result = SyntaxFactory.ParseStatement($"{end}{outer}return new {response} {{ BatchItemFailures = {failures} }};{end}");
        var at = body.Statements.IndexOf(loop);
        var changed = body.WithStatements(body.Statements.Replace(loop, newLoop).Insert(at, list).Add(result));
        var typed = method.WithBody(changed).WithReturnType(SyntaxFactory.ParseTypeName($"Task<{response}>").WithTriviaFrom(method.ReturnType));
        return site.WithUsings(site.Root.ReplaceNode(method, typed), [.. usings]);
    }

    private static string Step(string outer, BlockSyntax block)
    {
        var inner = block.Statements.Count > 0 ? FixSite.Indentation(block.Statements[0]) : string.Empty;
        return inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal) ? inner.Substring(outer.Length) : "    ";
    }

    private static string Indented(string text, string step) =>
        string.Join("\n", text.Split('\n').Select(line => line.Trim().Length == 0 ? line : step + line));
}
