namespace Skylint.Text;

/// <summary>
/// Where a piece of text comes from, ordered by how little the code that uses it knows about it. The text of a whole
/// expression is as bad as its worst piece.
/// </summary>
public enum Provenance
{
    /// <summary>The program itself contains it: constants, names of members, members of collections of constants.</summary>
    Fixed,

    /// <summary>Its alphabet cannot carry syntax: numbers, enumeration members, identifiers and dates.</summary>
    Inert,

    /// <summary>A name that was made for the database: the name of a parameter object, or an identifier that a library has quoted.</summary>
    Placeholder,

    /// <summary>The code does not show where it comes from.</summary>
    Unknown,

    /// <summary>It is known to come from outside the process: a request, an event, a console, a socket, a file.</summary>
    External,
}
