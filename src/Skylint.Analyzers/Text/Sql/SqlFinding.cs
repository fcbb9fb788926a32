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
        OriginKind.Parameter => "any caller can choose it",
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

    public static SqlFinding Of(TextValue value, SqlSink sink)
    {
        var scanner = new SqlScanner();
        var holes = new List<(Fragment Fragment, HoleKind Hole)>();
        var fragments = value.Fragments;
        var whole = !sink.Appends;
        for (var i = 0; i < fragments.Count; i++)
        {
            var fragment = fragments[i];
            if (fragment.IsBad)
                holes.Add((fragment, scanner.Hole(i + 1 < fragments.Count ? fragments[i + 1].Text : null)));
            if (fragment.Text is { } text)
            {
                scanner.Read(text);
                whole &= !text.Any(char.IsLetterOrDigit);
            }
            else
            {
                scanner.Pass();
            }
        }

        var serious = holes.Where(h => IsSerious(h.Fragment, h.Hole, whole)).ToList();
        var (culprit, hole) = (serious.Count > 0 ? serious : holes).OrderByDescending(h => h.Fragment.Provenance).First();
        return new SqlFinding(culprit, hole, serious.Count == 0, sink.Family);
    }

    private static bool IsSerious(Fragment fragment, HoleKind hole, bool whole)
    {
        if (fragment.Provenance == Provenance.External)
            return !whole || fragment.Kind != OriginKind.File;

        // Names and clauses that a setting or another method gives are text, not values: whoever writes them decides.
        return !whole && !(hole is HoleKind.Identifier or HoleKind.Clause && fragment.Kind is OriginKind.Field or OriginKind.Property or OriginKind.Call);
    }
}
