using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.Text.Sql;

/// <summary>What is wrong with a statement's text: the piece that matters most, where it stands, and what to do about it.</summary>
internal sealed class SqlFinding
{
    private SqlFinding(Fragment culprit, HoleKind hole, bool isUnseen, SinkFamily family)
    {
        Culprit = culprit;
        Hole = hole;
        IsUnseen = isUnseen;
        Family = family;
    }

    public Fragment Culprit { get; }

    public HoleKind Hole { get; }

    public SinkFamily Family { get; }

    /// <summary>
    /// Nothing is spliced into a statement here that could be a value: the whole text comes from elsewhere, or a name comes from a
    /// setting. Whoever writes the text decides whether it is safe.
    /// </summary>
    public bool IsUnseen { get; }

    public string OriginText => Culprit.Kind switch
    {
        OriginKind.Request => "it comes from a request",
        OriginKind.Input => "it comes from outside the program",
        OriginKind.File => "it comes from a file",
        OriginKind.Parameter or OriginKind.Uncalled => "any caller can choose it",
        OriginKind.Field or OriginKind.Property => "other code can set it",
        OriginKind.Call => "the called method does not show its text",
        _ => "its text is not fixed",
    };

    public string Advice => IsUnseen
        ? "make sure that no input is part of it"
        : Family switch
        {
            SinkFamily.Timestream or SinkFamily.S3Select or SinkFamily.LogsInsights => "this API has no parameters, so check it against a fixed list or parse it as a number",
            SinkFamily.DynamoExpression => Hole == HoleKind.Identifier ? "use a placeholder from ExpressionAttributeNames" : "use a placeholder from ExpressionAttributeValues",
            _ when Hole == HoleKind.Identifier => "a name cannot be a parameter, so choose it from a fixed list",
            _ when Hole == HoleKind.Clause => "keep the text fixed and pass the values in it as parameters",
            _ => "pass it as a parameter",
        };

    /// <summary>Null when the text is somebody's who is not there: a statement that a method would run if it were called.</summary>
    public static SqlFinding? Of(TextValue value, SqlSink sink)
    {
        var holes = new List<(Fragment Fragment, HoleKind Hole, bool IsSerious)>();
        TextReading.Read(value, new SqlScanner(), s => new SqlScanner(s), (scanner, fragment, following, hasWords) =>
        {
            if (fragment.IsBad)
            {
                var hole = scanner.Hole(following);
                if (hole == HoleKind.Clause && sink.Family == SinkFamily.DynamoExpression && following?.TrimStart() is { Length: > 0 } operation && operation[0] is '=' or '<' or '>')
                    hole = HoleKind.Identifier;
                holes.Add((fragment, hole, IsSerious(fragment, hole, !hasWords && !sink.Appends, sink)));
            }

            if (fragment.Text is { } text)
                scanner.Read(text);
            else
                scanner.Pass();
        });

        var serious = holes.Where(h => h.IsSerious).ToList();
        if (serious.Count == 0 && holes.All(h => h.Fragment.Kind == OriginKind.Uncalled))
            return null;
        var (culprit, hole, _) = (serious.Count > 0 ? serious : holes).OrderByDescending(h => h.Fragment.Provenance).First();
        return new SqlFinding(culprit, hole, serious.Count == 0, sink.Family);
    }

    private static bool IsSerious(Fragment fragment, HoleKind hole, bool whole, SqlSink sink)
    {
        if (fragment.Provenance == Provenance.External)
            return !whole || fragment.Kind != OriginKind.File;

        // Names and clauses that a setting or another method gives are text, not values: whoever writes them decides.
        if (hole is HoleKind.Identifier or HoleKind.Clause && fragment.Kind is OriginKind.Field or OriginKind.Property or OriginKind.Call)
            return false;

        // A clause that another class was given, such as a builder of statements, is put together there.
        return !whole && !(hole == HoleKind.Clause && fragment is { Kind: OriginKind.Parameter or OriginKind.Uncalled, Origin: { } origin } && TypeOf(origin) != TypeOf(sink.Text.Syntax));
    }

    private static SyntaxNode? TypeOf(SyntaxNode node) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
