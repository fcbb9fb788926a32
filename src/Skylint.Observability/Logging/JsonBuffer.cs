using System.Globalization;

namespace Skylint.Observability;

/// <summary>Writes one JSON object into a growing buffer of characters that is kept for the next record of the thread.</summary>
internal sealed class JsonBuffer
{
    private const int KeptCapacity = 64 * 1024;
    private const int MaxDepth = 4;

    [ThreadStatic]
    private static JsonBuffer? t_shared;

    private readonly List<string> _keys = [];
    private char[] _chars = new char[1024];
    private int _length;

    /// <summary>The thread's buffer, or a new one while that is in use: logging may happen while a value is being turned into text.</summary>
    public static JsonBuffer Rent()
    {
        var buffer = t_shared ?? new JsonBuffer();
        t_shared = null;
        buffer._length = 0;
        buffer._keys.Clear();
        return buffer;
    }

    public void Return()
    {
        if (_chars.Length <= KeptCapacity)
            t_shared = this;
    }

    public void CopyTo(TextWriter writer) => writer.Write(_chars, 0, _length);

    public void Begin() => Append('{');

    /// <summary>Ends the object and the line.</summary>
    public void End()
    {
        Append('}');
        Append('\n');
    }

    /// <summary>Claims a key; false when the object has it already.</summary>
    public bool TryKey(string key)
    {
        foreach (var known in _keys)
        {
            if (string.Equals(known, key, StringComparison.Ordinal))
                return false;
        }

        if (_keys.Count > 0)
            Append(',');
        _keys.Add(key);
        String(key);
        Append(':');
        return true;
    }

    public void Field(string key, string value)
    {
        if (TryKey(key))
            String(value);
    }

    public void Value(object? value, int depth = 0)
    {
        switch (value)
        {
            case null:
                Raw("null");
                break;
            case string text:
                String(text);
                break;
            case bool flag:
                Raw(flag ? "true" : "false");
                break;
            case int or long or short or sbyte or byte or ushort or uint or ulong or decimal:
                Formatted((IFormattable)value, null);
                break;
            case double number when !double.IsNaN(number) && !double.IsInfinity(number):
                Formatted(number, "R");
                break;
            case float number when !float.IsNaN(number) && !float.IsInfinity(number):
                Formatted(number, "R");
                break;
            case DateTime or DateTimeOffset:
                String(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture));
                break;
            case System.Collections.IEnumerable when depth >= MaxDepth:
                String("...");
                break;
            case System.Collections.IEnumerable items:
                Append('[');
                var first = true;
                foreach (var item in items)
                {
                    if (!first)
                        Append(',');
                    first = false;
                    Value(item, depth + 1);
                }

                Append(']');
                break;
            case IFormattable formattable:
                String(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                String(value.ToString() ?? "");
                break;
        }
    }

    /// <summary>A timestamp in UTC with microseconds: the precision that log stores keep.</summary>
    public void Timestamp(DateTimeOffset time)
    {
        Append('"');
#if NET
        Reserve(40);
        time.UtcDateTime.TryFormat(_chars.AsSpan(_length), out var written, "yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
        _length += written;
#else
        Raw(time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
#endif
        Append('"');
    }

    public void Number(int value) => Formatted(value, null);

    public void String(string text)
    {
        Append('"');
        Reserve(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '"':
                    Raw("\\\"");
                    break;
                case '\\':
                    Raw("\\\\");
                    break;
                case '\n':
                    Raw("\\n");
                    break;
                case '\r':
                    Raw("\\r");
                    break;
                case '\t':
                    Raw("\\t");
                    break;
                // The two line separators end a line for some readers.
                case < ' ' or '\u007f' or '\u2028' or '\u2029':
                    Raw("\\u");
                    Raw(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    Append(c);
                    break;
            }
        }

        Append('"');
    }

    private void Formatted<T>(T value, string? format)
        where T : IFormattable
    {
#if NET
        if (value is ISpanFormattable)
        {
            Reserve(40);
            if (((ISpanFormattable)value).TryFormat(_chars.AsSpan(_length), out var written, format, CultureInfo.InvariantCulture))
            {
                _length += written;
                return;
            }
        }
#endif
        Raw(value.ToString(format, CultureInfo.InvariantCulture));
    }

    private void Raw(string text)
    {
        Reserve(text.Length);
        text.CopyTo(0, _chars, _length, text.Length);
        _length += text.Length;
    }

    private void Append(char c)
    {
        Reserve(1);
        _chars[_length++] = c;
    }

    private void Reserve(int count)
    {
        if (_length + count > _chars.Length)
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, _length + count));
    }
}
