namespace Skylint.CodeFixes.Sql;

/// <summary>What an interface has for a list of values.</summary>
internal enum ListStyle
{
    /// <summary>Nothing that this can write.</summary>
    None,

    /// <summary>One parameter for each value.</summary>
    Markers,

    /// <summary>The library turns one parameter that holds a collection into many.</summary>
    Expanded,

    /// <summary>One numbered placeholder for each value, and an argument for each.</summary>
    Numbered,

    /// <summary>One parameter that holds an array, and <c>= ANY</c> in place of <c>IN</c>.</summary>
    Array,
}
