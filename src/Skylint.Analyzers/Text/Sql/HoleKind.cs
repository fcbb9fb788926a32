namespace Skylint.Text.Sql;

/// <summary>What a value that is spliced into SQL text stands for, judged by the text around it.</summary>
internal enum HoleKind
{
    /// <summary>A whole value, as in <c>id = {id}</c>: a parameter can take its place.</summary>
    Value,

    /// <summary>All there is between two quotes, as in <c>'{name}'</c>: a parameter can take its place and the quotes'.</summary>
    Quoted,

    /// <summary>A part of a quoted text, as in <c>'%{name}%'</c>: a parameter can take the place of the whole.</summary>
    QuotedPart,

    /// <summary>The name of a table, a column or another object, or a part of one: no parameter can stand there.</summary>
    Identifier,

    /// <summary>A condition, a list or another piece of syntax.</summary>
    Clause,
}
