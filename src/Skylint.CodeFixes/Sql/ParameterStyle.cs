namespace Skylint.CodeFixes.Sql;

/// <summary>How an interface marks a parameter in the text.</summary>
/// <param name="Prefix">What stands before the name, or the whole marker where parameters have no names.</param>
/// <param name="IsPositional">Parameters have no names: the first marker takes the first value.</param>
/// <param name="Lists">What there is for a list of values.</param>
/// <param name="TakesBareText">
/// A text parameter may take the place of text without quotes, which may be a number for the database: the provider or the database converts.
/// </param>
/// <param name="EmptyList">What stands in the parentheses of <c>IN</c> when the list has no value. Two quotes are what a list that was quoted in the text gave.</param>
/// <param name="IsHole">The library makes the parameters itself, of the holes of an interpolated string.</param>
internal sealed record ParameterStyle(string Prefix, bool IsPositional = false, ListStyle Lists = ListStyle.None, bool TakesBareText = false, string EmptyList = "''", bool IsHole = false)
{
    /// <summary>An empty list is no list in most dialects, but a query without rows is.</summary>
    public const string NoRows = "SELECT NULL WHERE 1 = 0";

    public static readonly ParameterStyle Hole = new("", IsHole: true, Lists: ListStyle.Numbered);

    public static readonly ParameterStyle At = new("@");

    public static readonly ParameterStyle Colon = new(":");

    public static readonly ParameterStyle QuestionMark = new("?", IsPositional: true);

    public string Marker(string name) => IsPositional ? Prefix : Prefix + name;
}
