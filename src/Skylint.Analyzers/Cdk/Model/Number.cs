using System.Globalization;

namespace Skylint.Cdk.Model;

/// <summary>Reads quantities out of values: plain numbers, and the library's Duration and Size in seconds and mebibytes.</summary>
internal static class Number
{
    private static readonly Dictionary<string, double> s_units = new(StringComparer.Ordinal)
    {
        ["Duration.Millis"] = 0.001,
        ["Duration.Seconds"] = 1,
        ["Duration.Minutes"] = 60,
        ["Duration.Hours"] = 3600,
        ["Duration.Days"] = 86400,
        ["Size.Bytes"] = 1.0 / (1024 * 1024),
        ["Size.Kibibytes"] = 1.0 / 1024,
        ["Size.Mebibytes"] = 1,
        ["Size.Gibibytes"] = 1024,
        ["Size.Tebibytes"] = 1024 * 1024,
        ["Size.Pebibytes"] = 1024.0 * 1024 * 1024,
    };

    /// <summary>A number as it is, a duration in seconds, a size in mebibytes.</summary>
    public static bool TryGet(Value value, out double number)
    {
        number = 0;
        switch (value)
        {
            case ConstantValue { Constant: bool or char }:
                return false;
            case ConstantValue { Constant: string text }:
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
            case ConstantValue { Constant: IConvertible convertible }:
                number = convertible.ToDouble(CultureInfo.InvariantCulture);
                return true;
            case CallValue { Arguments.Count: 1 } call when s_units.TryGetValue($"{call.Method.ContainingType?.Name}.{call.Method.Name}", out var unit):
                if (!TryGet(call.Arguments[0], out number))
                    return false;
                number *= unit;
                return true;
            default:
                return false;
        }
    }
}
