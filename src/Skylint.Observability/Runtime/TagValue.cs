using System.ComponentModel;
using System.Globalization;

namespace Skylint.Observability;

/// <summary>Turns arguments into tag values and message text. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TagValue
{
    private static readonly object s_true = true;
    private static readonly object s_false = false;

    /// <summary>The value as an object that is not allocated.</summary>
    /// <param name="value">The value.</param>
    public static object Of(bool value) => value ? s_true : s_false;

    /// <summary>The text of a value in the invariant culture, for a message.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">A format of its type; null for the usual one.</param>
    /// <param name="alignment">The width to pad to, negative for padding on the right; 0 for none.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static string Text<T>(T value, string? format = null, int alignment = 0)
    {
        var text = value switch
        {
            null => "(null)",
            string s => s,
            IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        return alignment >= 0 ? text.PadLeft(alignment) : text.PadRight(-alignment);
    }
}
