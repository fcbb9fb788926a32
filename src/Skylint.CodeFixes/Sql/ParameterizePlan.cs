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

    /// <summary>
    /// The database gets the values as text where a literal took the type of the column beside it. It refuses to compare that with a date or a number,
    /// so the statement fails the first time it runs, and whoever applies the fix has to know.
    /// </summary>
    public bool ComparesAsText { get; private set; }

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
        if (Target(model, sink) is not { } target || TextPiece.Find(model, sink, cancellationToken) is not { } text || sink.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            return null;
        var writer = new AdoParameters(target.Command, model, sink.SpanStart);
        if (SqlTextRewriter.TryRewrite(model, text, writer.Style, Taken(sink), cancellationToken) is not { } rewriter)
            return null;

        // Providers that bind by position take the values in the order of the markers, and none may be there already.
        if ((writer.Style.IsPositional || target.Command.Name == "OracleCommand") && Member(sink).DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == "Parameters"))
            return null;
        var locals = new HashSet<string>(Member(sink).DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText), StringComparer.Ordinal);
        List<TextChange> changes = [.. rewriter.Changes];
        if (!AddPrelude(changes, text, rewriter))
            return null;

        // Values of a branch are added in the branch, where the command must be known already; all others where the command gets its text.
        var late = rewriter.Values.Where(v => !text[v.Piece].IsConditional).ToList();
        foreach (var group in rewriter.Values.Except(late).GroupBy(v => text[v.Piece].Statement!))
        {
            if (!IsKnownAt(model, target.Receiver, group.Key, sink) || InsertAfter(group.Key, [.. writer.Statements(target.Receiver, group, locals)]) is not { } early)
                return null;
            changes.Add(early);
        }

        if (late.Count > 0)
        {
            if (InsertAfter(statement, [.. writer.Statements(target.Receiver, late, locals)]) is not { } insertion)
                return null;
            changes.Add(insertion);
        }

        return new ParameterizePlan(changes, rewriter.IsPartial);
    }

    /// <summary>True when the command is a parameter, a field or a local that has its value before the statement.</summary>
    private static bool IsKnownAt(SemanticModel model, string receiver, StatementSyntax statement, ExpressionSyntax sink)
    {
        var name = receiver.Split('.')[0].TrimEnd('!');
        var symbol = model.LookupSymbols(statement.SpanStart, name: name).FirstOrDefault();
        if (symbol is ILocalSymbol && (symbol.DeclaringSyntaxReferences.Length == 0 || symbol.DeclaringSyntaxReferences[0].Span.End > statement.SpanStart))
            return false;
        return (symbol is not null || name == "this") && sink.SpanStart > statement.SpanStart
            && !Member(sink).DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(a => a.Left is IdentifierNameSyntax left && left.Identifier.ValueText == name && a.SpanStart > statement.SpanStart);
    }

    private static bool AddPrelude(List<TextChange> changes, IReadOnlyList<TextPiece> text, SqlTextRewriter rewriter)
    {
        if (rewriter.Prelude.Count == 0)
            return true;
        if (text[0].Statement is not { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } first)
            return false;
        var source = first.SyntaxTree.GetText();
        var start = first.GetFirstToken().SpanStart;
        changes.Add(new TextChange(new TextSpan(start, 0), string.Concat(rewriter.Prelude.Select(s => s + NewLine(source) + Indent(source, start)))));
        return true;
    }

    private static ParameterizePlan? ForDapper(SemanticModel model, ExpressionSyntax sink, CancellationToken cancellationToken)
    {
        if (sink.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax list } argument || TextPiece.Find(model, sink, cancellationToken) is not { } text
            || SqlTextRewriter.TryRewrite(model, text, ParameterStyle.At with { Lists = DapperLists(model, list) }, Taken(sink), cancellationToken) is not { } rewriter)
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
        var isStrict = Connection(model, list)?.Name == "NpgsqlConnection";
        return new ParameterizePlan([.. rewriter.Changes, change], rewriter.IsPartial)
        {
            ComparesAsText = isStrict && rewriter.Values.Any(v => (v.WasQuoted || v.Count is not null) && !v.IsPattern && v.Type?.SpecialType == SpecialType.System_String),
        };
    }

    private static ITypeSymbol? Connection(SemanticModel model, ArgumentListSyntax list) =>
        list.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? model.GetTypeInfo(access.Expression).Type : null;

    // Dapper writes a collection out as many parameters, but hands it to Npgsql as one array, which IN does not take.
    private static ListStyle DapperLists(SemanticModel model, ArgumentListSyntax list)
    {
        return Connection(model, list)?.Name switch
        {
            "NpgsqlConnection" => ListStyle.Array,
            "SqliteConnection" or "SQLiteConnection" or "SqlConnection" or "MySqlConnection" or "OracleConnection" => ListStyle.Expanded,
            _ => model.Compilation.ReferencedAssemblyNames.Any(a => a.Name == "Npgsql") ? ListStyle.None : ListStyle.Expanded,
        };
    }

    private static string Named(SemanticModel model, ArgumentListSyntax list) =>
        model.GetSymbolInfo(list.Parent!).Symbol is IMethodSymbol method && method.Parameters.Any(p => p.Name == "parameters") ? ", parameters: " : ", param: ";

    /// <summary>
    /// Entity Framework makes parameters of the holes of an interpolated string by itself, in methods of another name. A list stays with the method
    /// at hand: there it is a placeholder and an argument for each value.
    /// </summary>
    private static ParameterizePlan? ForEntityFramework(SemanticModel model, ExpressionSyntax sink, CancellationToken cancellationToken)
    {
        if (sink is not InterpolatedStringExpressionSyntax || sink.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call } list } argument
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method || list.Arguments.Skip(list.Arguments.IndexOf(argument) + 1).Any(a => model.GetTypeInfo(a.Expression, cancellationToken).Type?.Name != "CancellationToken")
            || SqlTextRewriter.TryRewrite(model, [new TextPiece(sink, sink.FirstAncestorOrSelf<StatementSyntax>(), false)], ParameterStyle.Hole, [], cancellationToken) is not { IsPartial: false } rewritten)
            return null;
        List<TextChange> changes = [.. rewritten.Changes];
        if (rewritten.Values.Any(v => v.Count is not null))
        {
            if (rewritten.Values.Count > 1 || !AddPrelude(changes, [new TextPiece(sink, sink.FirstAncestorOrSelf<StatementSyntax>(), false)], rewritten))
                return null;
            changes.Add(new TextChange(new TextSpan(argument.Span.End, 0), $", {rewritten.Values[0].Expression}.ToArray<object>()"));
            return new ParameterizePlan(changes, false);
        }

        // Every hole becomes a parameter, also that of a constant or a number.
        if (rewritten.Holes.Any(h => h.Kind is HoleKind.Identifier or HoleKind.Clause || model.GetConstantValue(h.Hole.Expression, cancellationToken).HasValue))
            return null;
        var safe = new[] { method.Name.Replace("Raw", ""), method.Name.Replace("Raw", "Interpolated") }.FirstOrDefault(name => method.ContainingType.GetMembers(name).OfType<IMethodSymbol>().Any(TakesHoles));
        if (safe is null)
            return null;
        if (safe != method.Name)
            changes.Add(new TextChange(access.Name.Identifier.Span, safe));
        return new ParameterizePlan(changes, false);
    }

    private static bool TakesHoles(IMethodSymbol method) => method.Parameters.Any(p => p.Type.Name == "FormattableString");

    private static ParameterizePlan? ForRequest(SemanticModel model, ExpressionSyntax sink, SinkFamily family, CancellationToken cancellationToken)
    {
        if (sink.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            || model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol is not IPropertySymbol { ContainingType: var request }
            || RequestParameters.TryCreate(model, sink.SpanStart, request, family) is not { } writer
            || TextPiece.Find(model, sink, cancellationToken) is not { } text || text.Any(t => t.IsConditional)
            || SqlTextRewriter.TryRewrite(model, text, writer.Style, Taken(sink), cancellationToken) is not { } rewriter)
            return null;
        var change = assignment.Parent is InitializerExpressionSyntax initializer
            ? InInitializer(initializer, assignment, writer, rewriter)
            : AfterAssignment(assignment, writer, rewriter);
        if (change is not { } found)
            return null;
        List<TextChange> changes = [.. rewriter.Changes, found];
        return AddPrelude(changes, text, rewriter) ? new ParameterizePlan(changes, rewriter.IsPartial) : null;
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

    internal static SyntaxNode Member(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not GlobalStatementSyntax and not BaseNamespaceDeclarationSyntax) ?? node.SyntaxTree.GetRoot();

    /// <summary>Names that a new parameter must not take: those of parameters that the member adds already.</summary>
    private static HashSet<string> Taken(SyntaxNode sink) =>
        new(Member(sink).DescendantTokens().Where(t => t.IsKind(SyntaxKind.StringLiteralToken) && t.ValueText.Length > 0).Select(t => t.ValueText.TrimStart('@', ':', '$')), StringComparer.OrdinalIgnoreCase);

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
