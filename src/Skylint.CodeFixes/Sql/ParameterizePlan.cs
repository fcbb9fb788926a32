using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Skylint.Text.Sql;

namespace Skylint.CodeFixes.Sql;

/// <summary>All changes of one fix: those inside the text and those that hand the values over.</summary>
internal sealed class ParameterizePlan
{
    private ParameterizePlan(List<TextChange> changes, bool isPartial)
    {
        Changes = changes;
        IsPartial = isPartial;
    }

    public IReadOnlyList<TextChange> Changes { get; }

    public bool IsPartial { get; }

    /// <summary>Null when there is no change that would surely be right.</summary>
    public static ParameterizePlan? TryMake(SemanticModel model, ExpressionSyntax text, SinkFamily family, CancellationToken cancellationToken) => family switch
    {
        SinkFamily.AdoNet => ForCommand(model, text, cancellationToken),
        SinkFamily.Dapper => ForDapper(model, text, cancellationToken),
        SinkFamily.EntityFramework => ForEntityFramework(model, text, cancellationToken),
        _ => ForRequest(model, text, family, cancellationToken),
    };

    private static ParameterizePlan? ForCommand(SemanticModel model, ExpressionSyntax sink, CancellationToken cancellationToken)
    {
        if (Target(model, sink) is not { } target || TextOf(model, sink, cancellationToken) is not { } text || Statement(sink) is not { } statement)
            return null;
        var writer = new AdoParameters(target.Command, model, sink.SpanStart);
        if (SqlTextRewriter.TryRewrite(model, text, writer.Style, Taken(sink), cancellationToken) is not { } rewriter)
            return null;

        // Providers that bind by position take the values in the order of the markers, and none may be there already.
        if ((writer.Style.IsPositional || target.Command.Name == "OracleCommand") && Member(sink).DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == "Parameters"))
            return null;
        var locals = new HashSet<string>(Member(sink).DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText), StringComparer.Ordinal);
        var statements = writer.Statements(target.Receiver, rewriter.Values, locals).ToList();
        return InsertAfter(statement, statements) is { } insertion ? new ParameterizePlan([.. rewriter.Changes, insertion], rewriter.IsPartial) : null;
    }

    private static ParameterizePlan? ForDapper(SemanticModel model, ExpressionSyntax sink, CancellationToken cancellationToken)
    {
        if (sink.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax list } argument || TextOf(model, sink, cancellationToken) is not { } text
            || SqlTextRewriter.TryRewrite(model, text, ParameterStyle.At, Taken(sink), cancellationToken) is not { } rewriter)
            return null;
        var members = string.Join(", ", rewriter.Values.Select(v => v.Expression == v.Name ? v.Name : $"{v.Name} = {v.Expression}"));
        var index = list.Arguments.IndexOf(argument);
        var existing = list.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText is "param" or "parameters")
            ?? (argument.NameColon is null && index + 1 < list.Arguments.Count && list.Arguments[index + 1].NameColon is null ? list.Arguments[index + 1] : null);
        TextChange change;
        if (existing is null)
            change = new TextChange(new TextSpan(argument.Span.End, 0), (argument.NameColon is null && index == list.Arguments.Count - 1 ? ", " : Named(model, list)) + $"new {{ {members} }}");
        else if (existing.Expression is AnonymousObjectCreationExpressionSyntax { Initializers.Count: > 0 } anonymous)
            change = new TextChange(new TextSpan(anonymous.Initializers.Last().Span.End, 0), ", " + members);
        else
            return null;
        return new ParameterizePlan([.. rewriter.Changes, change], rewriter.IsPartial);
    }

    private static string Named(SemanticModel model, ArgumentListSyntax list) =>
        model.GetSymbolInfo(list.Parent!).Symbol is IMethodSymbol method && method.Parameters.Any(p => p.Name == "parameters") ? ", parameters: " : ", param: ";

    /// <summary>Entity Framework makes parameters of the holes of an interpolated string by itself: only the quotes must go.</summary>
    private static ParameterizePlan? ForEntityFramework(SemanticModel model, ExpressionSyntax sink, CancellationToken cancellationToken)
    {
        if (sink is not InterpolatedStringExpressionSyntax interpolated || sink.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call } list }
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method || list.Arguments.Skip(list.Arguments.IndexOf((ArgumentSyntax)sink.Parent) + 1).Any(a => model.GetTypeInfo(a.Expression, cancellationToken).Type?.Name != "CancellationToken"))
            return null;
        var safe = method.Name.Replace("Raw", "");
        if (!method.ContainingType.GetMembers(safe).Any())
            safe = method.Name.Replace("Raw", "Interpolated");
        if (!method.ContainingType.GetMembers(safe).Any() || SqlTextRewriter.TryRewrite(model, sink, ParameterStyle.At, [], cancellationToken) is not { IsPartial: false })
            return null;
        var name = access.Name.Identifier.Span;
        var changes = new List<TextChange> { new(name, safe) };
        foreach (var hole in interpolated.Contents.OfType<InterpolationSyntax>())
        {
            var at = interpolated.Contents.IndexOf(hole);
            var before = at > 0 ? (interpolated.Contents[at - 1] as InterpolatedStringTextSyntax)?.TextToken.Text : null;
            var after = at + 1 < interpolated.Contents.Count ? (interpolated.Contents[at + 1] as InterpolatedStringTextSyntax)?.TextToken.Text : null;
            if (model.GetConstantValue(hole.Expression, cancellationToken).HasValue)
                return null;
            if (before?.EndsWith("'", StringComparison.Ordinal) == true && after?.StartsWith("'", StringComparison.Ordinal) == true)
            {
                changes.Add(new TextChange(new TextSpan(hole.SpanStart - 1, 1), ""));
                changes.Add(new TextChange(new TextSpan(hole.Span.End, 1), ""));
            }
            else if (before is not null && before.Count(c => c == '\'') % 2 == 1)
            {
                return null;
            }
        }

        return new ParameterizePlan(changes, false);
    }

    private static ParameterizePlan? ForRequest(SemanticModel model, ExpressionSyntax sink, SinkFamily family, CancellationToken cancellationToken)
    {
        if (sink.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            || model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol is not IPropertySymbol { ContainingType: var request }
            || RequestParameters.TryCreate(model, sink.SpanStart, request, family) is not { } writer
            || TextOf(model, sink, cancellationToken) is not { } text
            || SqlTextRewriter.TryRewrite(model, text, writer.Style, Taken(sink), cancellationToken) is not { } rewriter)
            return null;
        var change = assignment.Parent is InitializerExpressionSyntax initializer
            ? InInitializer(initializer, assignment, writer, rewriter)
            : AfterAssignment(assignment, writer, rewriter);
        return change is { } found ? new ParameterizePlan([.. rewriter.Changes, found], rewriter.IsPartial) : null;
    }

    private static TextChange? InInitializer(InitializerExpressionSyntax initializer, AssignmentExpressionSyntax assignment, RequestParameters writer, SqlTextRewriter rewriter)
    {
        var existing = initializer.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => a.Left is IdentifierNameSyntax name && name.Identifier.ValueText == writer.Property);
        if (existing is not null)
        {
            if (writer.Style.IsPositional)
                return null;
            var elements = string.Join(", ", rewriter.Values.Select(writer.Element));
            return existing.Right switch
            {
                CollectionExpressionSyntax { Elements.Count: > 0 } collection => new TextChange(new TextSpan(collection.Elements.Last().Span.End, 0), ", " + elements),
                BaseObjectCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } items } => new TextChange(new TextSpan(items.Last().Span.End, 0), ", " + elements),
                ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } items } => new TextChange(new TextSpan(items.Last().Span.End, 0), ", " + elements),
                InitializerExpressionSyntax { Expressions: { Count: > 0 } items } => new TextChange(new TextSpan(items.Last().Span.End, 0), ", " + elements),
                _ => null,
            };
        }

        // A request that is filled later as well may get its list there.
        var source = initializer.SyntaxTree.GetText();
        var multiline = source.Lines.GetLineFromPosition(initializer.OpenBraceToken.SpanStart).LineNumber != source.Lines.GetLineFromPosition(assignment.SpanStart).LineNumber;
        var separator = multiline ? "," + NewLine(source) + Indent(source, assignment.SpanStart) : ", ";
        return new TextChange(new TextSpan(assignment.Span.End, 0), separator + writer.Property + " = " + writer.List(rewriter.Values));
    }

    private static TextChange? AfterAssignment(AssignmentExpressionSyntax assignment, RequestParameters writer, SqlTextRewriter rewriter)
    {
        if (assignment is not { Left: MemberAccessExpressionSyntax access, Parent: ExpressionStatementSyntax statement })
            return null;
        var receiver = access.Expression.ToString();
        if (Member(assignment).DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == writer.Property))
            return null;
        return InsertAfter(statement, [$"{receiver}.{writer.Property} = {writer.List(rewriter.Values)};"]);
    }

    /// <summary>The command that gets the parameters: an expression that may be written once more, and its type.</summary>
    private static (string Receiver, ITypeSymbol Command)? Target(SemanticModel model, ExpressionSyntax sink)
    {
        if (sink.Parent is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax access, Parent: ExpressionStatementSyntax } && IsStable(access.Expression))
            return model.GetTypeInfo(access.Expression).Type is { } type ? (access.Expression.ToString(), type) : null;

        // The creation of the command, or the initialiser of the creation.
        var creation = sink.Parent switch
        {
            ArgumentSyntax { Parent.Parent: ExpressionSyntax made } => made,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: ExpressionSyntax made } } => made,
            _ => null,
        };
        var created = creation is null ? null : model.GetTypeInfo(creation).Type;
        if (created is null)
            return null;
        SyntaxNode outer = creation!;
        while (outer.Parent is ParenthesizedExpressionSyntax or AwaitExpressionSyntax or CastExpressionSyntax)
            outer = outer.Parent;
        var name = outer.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } when declarator.Parent?.Parent is LocalDeclarationStatementSyntax or UsingStatementSyntax => declarator.Identifier.ValueText,
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment when IsStable(assignment.Left) => assignment.Left.ToString(),
            _ => null,
        };
        if (name is null)
            return null;
        for (var type = created; type is not null; type = type.BaseType)
        {
            if (type.Name == "DbDataAdapter")
                return created.GetMembers("SelectCommand").OfType<IPropertySymbol>().FirstOrDefault() is { } select ? (name + ".SelectCommand" + (select.NullableAnnotation == NullableAnnotation.Annotated ? "!" : ""), select.Type) : null;
        }

        return created.GetMembers("Parameters").Length > 0 || created.BaseType is not null ? (name, created) : null;
    }

    private static bool IsStable(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsStable(access.Expression),
        _ => false,
    };

    /// <summary>The expression that spells the text out: the one at hand, or the only definition of the local that it names.</summary>
    private static ExpressionSyntax? TextOf(SemanticModel model, ExpressionSyntax sink, CancellationToken cancellationToken)
    {
        if (sink is not IdentifierNameSyntax)
            return sink;
        if (model.GetSymbolInfo(sink, cancellationToken).Symbol is not ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local
            || local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value })
            return null;
        foreach (var mention in Member(sink).DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (mention == sink || mention.Identifier.ValueText != local.Name || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(mention, cancellationToken).Symbol, local))
                continue;
            if (mention.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } || !IsLog(call))
                return null;
        }

        // The values are read at the sink now: nothing between the two may write them.
        var between = TextSpan.FromBounds(value.Span.End, sink.SpanStart);
        var used = new HashSet<string>(value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(n => n.Identifier.ValueText), StringComparer.Ordinal);
        var written = Member(sink).DescendantNodes(between).Where(n => between.Contains(n.Span)).OfType<AssignmentExpressionSyntax>();
        return written.Any(w => w.Left is IdentifierNameSyntax left && used.Contains(left.Identifier.ValueText)) ? null : value;
    }

    private static bool IsLog(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && (name.StartsWith("Log", StringComparison.Ordinal) || name is "Debug" or "Trace" or "Information" or "WriteLine");

    private static SyntaxNode Member(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not GlobalStatementSyntax and not BaseNamespaceDeclarationSyntax) ?? node.SyntaxTree.GetRoot();

    /// <summary>Names that a new parameter must not take: those of parameters that the member adds already.</summary>
    private static HashSet<string> Taken(SyntaxNode sink) =>
        new(Member(sink).DescendantTokens().Where(t => t.IsKind(SyntaxKind.StringLiteralToken) && t.ValueText.Length > 0).Select(t => t.ValueText.TrimStart('@', ':', '$')), StringComparer.OrdinalIgnoreCase);

    private static StatementSyntax? Statement(SyntaxNode node) => node.FirstAncestorOrSelf<StatementSyntax>();

    private static TextChange? InsertAfter(StatementSyntax statement, IReadOnlyList<string> statements)
    {
        var source = statement.SyntaxTree.GetText();
        var newLine = NewLine(source);
        if (statement is UsingStatementSyntax @using)
        {
            if (@using.Statement is not BlockSyntax block)
                return null;
            var inner = Indent(source, @using.SpanStart) + "    ";
            if (block.Statements.Count > 0)
                inner = Indent(source, block.Statements[0].SpanStart);
            return new TextChange(new TextSpan(block.OpenBraceToken.Span.End, 0), string.Concat(statements.Select(s => newLine + inner + s)));
        }

        if (statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax))
            return null;
        var indent = Indent(source, statement.SpanStart);
        return new TextChange(new TextSpan(statement.Span.End, 0), string.Concat(statements.Select(s => newLine + indent + s)));
    }

    private static string Indent(SourceText source, int position)
    {
        var line = source.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static string NewLine(SourceText source) =>
        source.Lines.Count > 1 && source.Lines[0].EndIncludingLineBreak - source.Lines[0].End == 2 ? "\r\n" : "\n";
}
