using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Sdk.Rules;

namespace Skylint.CodeFixes.Sdk;

/// <summary>Names the region for signing instead of choosing the endpoint by it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AuthenticationRegionFix))]
[Shared]
public sealed class AuthenticationRegionFix : SdkFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(new ServiceUrlRegionConflict().Rule.Id);

    private protected override IEnumerable<(string Title, SyntaxNode? Root)> Changes(FixSite site)
    {
        if (site.FindOther<AssignmentExpressionSyntax>() is not { } assignment)
            yield break;
        ExpressionSyntax? left = assignment.Left switch
        {
            IdentifierNameSyntax name => SyntaxFactory.IdentifierName("AuthenticationRegion").WithTriviaFrom(name),
            MemberAccessExpressionSyntax access => access.WithName(SyntaxFactory.IdentifierName("AuthenticationRegion").WithTriviaFrom(access.Name)),
            _ => null,
        };
        if (left is null)
            yield break;
        // RegionEndpoint.GetBySystemName(name) already has the name.
        var right = assignment.Right is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBySystemName" }, ArgumentList.Arguments.Count: 1 } call
            ? call.ArgumentList.Arguments[0].Expression
            : SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, assignment.Right.WithoutTrivia(), SyntaxFactory.IdentifierName("SystemName"));
        yield return ("Name the region in 'AuthenticationRegion'", site.Root.ReplaceNode(assignment, assignment.WithLeft(left).WithRight(right.WithTriviaFrom(assignment.Right))));
    }
}
