using System.Globalization;
using System.Text;

namespace Skylint.Configuration;

/// <summary>
/// A JSON reader for configuration files that come as additional files. Compiler hosts do not promise System.Text.Json, and an
/// analyzer must not carry its own copy. Comments and trailing commas are accepted, as the tools that own these files do.
/// </summary>
internal sealed class Json
{
    private const int MaxDepth = 64;
    private readonly string _text;
    private int _at;

    private Json(string text) => _text = text;

    /// <summary>
    /// Parses a document: objects as <see cref="Dictionary{TKey,TValue}"/> of string to value, arrays as <see cref="List{T}"/>, and
    /// string, double, bool or null. False when the text is not JSON.
    /// </summary>
    public static bool TryParse(string text, out object? value)
    {
        var reader = new Json(text);
        value = null;
        if (!reader.Value(out value, 0))
            return false;
        reader.Blank();
        return reader._at == text.Length;
    }

    private bool Value(out object? value, int depth)
    {
        value = null;
        Blank();
        if (_at >= _text.Length || depth > MaxDepth)
            return false;
        switch (_text[_at])
        {
            case '{':
                return Object(out value, depth);
            case '[':
                return Array(out value, depth);
            case '"':
                var ok = String(out var text);
                value = text;
                return ok;
            case 't':
                value = true;
                return Word("true");
            case 'f':
                value = false;
                return Word("false");
            case 'n':
                return Word("null");
            default:
                return Number(out value);
        }
    }

    private bool Object(out object? value, int depth)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        value = members;
        _at++;
        while (true)
        {
            Blank();
            if (Take('}'))
                return true;
            if (!String(out var name))
                return false;
            Blank();
            if (!Take(':') || !Value(out var member, depth + 1))
                return false;
            members[name] = member;
            Blank();
            if (!Take(','))
                return Take('}');
        }
    }

    private bool Array(out object? value, int depth)
    {
        var items = new List<object?>();
        value = items;
        _at++;
        while (true)
        {
            Blank();
            if (Take(']'))
                return true;
            if (!Value(out var item, depth + 1))
                return false;
            items.Add(item);
            Blank();
            if (!Take(','))
                return Take(']');
        }
    }

    private bool String(out string value)
    {
        value = "";
        if (!Take('"'))
            return false;
        var text = new StringBuilder();
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            if (c == '"')
            {
                value = text.ToString();
                return true;
            }

            if (c != '\\')
            {
                text.Append(c);
                continue;
            }

            if (_at >= _text.Length)
                return false;
            var escape = _text[_at++];
            if (escape == 'u')
            {
                if (_at + 4 > _text.Length || !int.TryParse(_text.Substring(_at, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
                    return false;
                text.Append((char)code);
                _at += 4;
                continue;
            }

            var at = "\"\\/bfnrt".IndexOf(escape);
            if (at < 0)
                return false;
            text.Append("\"\\/\b\f\n\r\t"[at]);
        }

        return false;
    }

    private bool Number(out object? value)
    {
        var start = _at;
        while (_at < _text.Length && (char.IsDigit(_text[_at]) || "+-.eE".IndexOf(_text[_at]) >= 0))
            _at++;
        var ok = double.TryParse(_text.Substring(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        value = number;
        return ok;
    }

    private bool Word(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
            return false;
        _at += word.Length;
        return true;
    }

    private bool Take(char c)
    {
        if (_at >= _text.Length || _text[_at] != c)
            return false;
        _at++;
        return true;
    }

    private void Blank()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || _text[_at] == '\uFEFF')
            {
                _at++;
            }
            else if (string.CompareOrdinal(_text, _at, "//", 0, 2) == 0)
            {
                var end = _text.IndexOf('\n', _at);
                _at = end < 0 ? _text.Length : end;
            }
            else if (string.CompareOrdinal(_text, _at, "/*", 0, 2) == 0)
            {
                var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? _text.Length : end + 2;
            }
            else
            {
                return;
            }
        }
    }
}
