using System.Collections.Immutable;
using System.Composition;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skylint.CodeFixes.Editing;
using Skylint.Observability;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Skylint.CodeFixes.Observability;

/// <summary>SKY4001: writes the template and passes the values.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InterpolatedLogMessageFix))]
[Shared]
public sealed class InterpolatedLogMessageFix : CodeFixProvider
{
    private const string Title = "Use a message template";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ObservabilityRules.InterpolatedLogMessage.Id);

    public override FixAllProvider GetFixAllProvider() => BatchFixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is { } text
                && text.Parent is ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax list } argument
                && list.Arguments.Last() == argument
                && text.StringStartToken.ValueText is "$\"" or "$@\"" or "@$\"")
            {
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(list, Apply(list, argument, text)))), FixKey.Of(diagnostic, Title)), diagnostic);
            }
        }
    }

    private static ArgumentListSyntax Apply(ArgumentListSyntax list, ArgumentSyntax argument, InterpolatedStringExpressionSyntax text)
    {
        var template = new StringBuilder(text.StringStartToken.ValueText.Replace("$", ""));
        var values = new List<ArgumentSyntax>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in text.Contents)
        {
            if (part is not InterpolationSyntax hole)
            {
                template.Append(part.ToString());
                continue;
            }

            var name = Name(hole.Expression);
            var unique = name;
            for (var i = 2; !names.Add(unique); i++)
                unique = name + i;
            template.Append('{').Append(unique).Append(hole.AlignmentClause?.ToString()).Append(hole.FormatClause?.ToString()).Append('}');
            var value = hole.Expression is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : hole.Expression;
            values.Add(Argument(value.WithoutTrivia()));
        }

        var literal = ParseExpression(template.Append('"').ToString()).WithTriviaFrom(text);
        var separators = list.Arguments.GetSeparators().Concat(values.Select(_ => Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space)));
        var arguments = list.Arguments.Select(a => a == argument ? argument.WithExpression(literal) : a).Concat(values);
        return list.WithArguments(SeparatedList(arguments, separators));
    }

    /// <summary>What the value is called: <c>OrderId</c> for <c>orderId</c>, <c>order.Id</c> and <c>GetOrderId()</c>.</summary>
    private static string Name(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => Pascal(name.Identifier.ValueText),
        GenericNameSyntax name => Pascal(name.Identifier.ValueText),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } access when char.IsLower(owner.Identifier.ValueText[0]) => Joined(Pascal(owner.Identifier.ValueText), Name(access.Name)),
        MemberAccessExpressionSyntax access => Name(access.Name),
        ConditionalAccessExpressionSyntax access => Name(access.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" } access } => Name(access.Expression),
        InvocationExpressionSyntax call => WithoutGet(Name(call.Expression)),
        AwaitExpressionSyntax awaited => Name(awaited.Expression),
        ParenthesizedExpressionSyntax parenthesized => Name(parenthesized.Expression),
        ElementAccessExpressionSyntax element => Name(element.Expression),
        PostfixUnaryExpressionSyntax postfix => Name(postfix.Operand),
        _ => "Value",
    };

    private static string Joined(string owner, string member) => member.StartsWith(owner, StringComparison.Ordinal) ? member : owner + member;

    private static string WithoutGet(string name) => name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal) && char.IsUpper(name[3]) ? name.Substring(3) : name;

    private static string Pascal(string name)
    {
        name = name.TrimStart('_', '@');
        return name.Length == 0 ? "Value" : char.ToUpperInvariant(name[0]) + name.Substring(1);
    }
}
