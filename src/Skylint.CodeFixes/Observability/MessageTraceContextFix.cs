using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Skylint.CodeFixes.Editing;
using Skylint.CodeFixes.Sdk;
using Skylint.Observability;
using Skylint.Sdk.Model;

namespace Skylint.CodeFixes.Observability;

/// <summary>SKY4004: calls the method that the generator writes for the message's type, where there is one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MessageTraceContextFix))]
[Shared]
public sealed class MessageTraceContextFix : SdkFix
{
    private const string Title = "Put the trace context into the message";
    private const string Library = "Skylint.Observability";
    private const string Method = "InjectTraceContext";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ObservabilityRules.MessageWithoutTraceContext.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.Call() is not { } syntax || site.Model.GetOperation(syntax) is not IInvocationOperation invocation || AwsSdk.Create(site.Model.Compilation) is not { } sdk
            || OperationCall.Of(invocation, sdk) is not { } call || MessageSends.CarrierOf(call) is not { } carrier
            || site.Model.Compilation.GetTypeByMetadataName($"{Library}.{carrier}")?.GetMembers(Method).IsEmpty != false)
            yield break;
        if (call.Request(sdk)?.Syntax is ExpressionSyntax request && syntax.ArgumentList.Arguments.FirstOrDefault(a => a.Expression.Span.Contains(request.Span)) is { } argument)
        {
            var usings = new SortedSet<string>(StringComparer.Ordinal) { Library };
            var receiver = argument.Expression switch
            {
                ImplicitObjectCreationExpressionSyntax made when call.Request(sdk)!.Type is INamedTypeSymbol type => Explicit(made, QualifiedText.Of(type, site.Model, made.SpanStart, mayImport: true, usings)),
                ObjectCreationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax => argument.Expression,
                var other => SyntaxFactory.ParenthesizedExpression(other.WithoutTrivia()).WithTriviaFrom(other),
            };
            yield return (Title, site.WithUsings(site.Root.ReplaceNode(argument.Expression, Injected(receiver)), [.. usings]));
        }
        else if (call.Request(sdk) is null)
        {
            yield return (Title, WithRequest(site, syntax, invocation, call));
        }
    }

    /// <summary>From the overload that takes the members of the request one by one to the one that takes the request.</summary>
    private static SyntaxNode? WithRequest(FixSite site, InvocationExpressionSyntax syntax, IInvocationOperation invocation, OperationCall call)
    {
        var client = invocation.TargetMethod.ContainingNamespace.ToDisplayString();
        var (type, usings) = site.Shorten($"{client}.Model.{call.Name}Request");
        var arguments = syntax.ArgumentList.Arguments;
        if (arguments.Any(a => a.NameColon is not null))
            return null;
        var members = arguments.TakeWhile((_, i) => invocation.TargetMethod.Parameters[i].Type.Name != "CancellationToken").ToList();
        var made = SyntaxFactory.ParseExpression($"new {type}({string.Join(", ", members.Select(a => a.Expression.WithoutTrivia()))})");
        var changed = arguments.Skip(members.Count).Prepend(SyntaxFactory.Argument(Injected(made)));
        var separators = arguments.GetSeparators().Skip(members.Count - 1);
        var list = syntax.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(changed, separators));
        return site.WithUsings(site.Root.ReplaceNode(syntax.ArgumentList, list), [.. usings.Append(Library).OrderBy(u => u, StringComparer.Ordinal)]);
    }

    private static ObjectCreationExpressionSyntax Explicit(ImplicitObjectCreationExpressionSyntax made, string type)
    {
        var arguments = made.Initializer is not null && made.ArgumentList.Arguments.Count == 0 ? null : made.ArgumentList;
        var name = SyntaxFactory.ParseTypeName(type).WithLeadingTrivia(SyntaxFactory.Space);
        return SyntaxFactory.ObjectCreationExpression(made.NewKeyword.WithTrailingTrivia(), arguments is null ? name.WithTrailingTrivia(made.ArgumentList.GetTrailingTrivia()) : name, arguments, made.Initializer);
    }

    private static ExpressionSyntax Injected(ExpressionSyntax receiver) =>
        SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName(Method)))
            .WithTrailingTrivia(receiver.GetTrailingTrivia());
}
