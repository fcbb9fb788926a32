namespace Skylint.Observability;

/// <summary>
/// Reads and edits the top level of a JSON object as text. A payload is the user's: parsing and writing it anew would change numbers, escapes and the order of properties.
/// </summary>
internal static class JsonObjectText
{
    public static bool IsObject(string json)
    {
        var i = Skip(json, 0);
        if (i >= json.Length || json[i] != '{')
            return false;
        var end = EndOfValue(json, i);
        return end > 0 && Skip(json, end) == json.Length;
    }

    /// <summary>Adds a property in the first place.</summary>
    public static string Add(string json, string name, string value)
    {
        var open = json.IndexOf('{') + 1;
        var next = Skip(json, open);
        var comma = next < json.Length && json[next] != '}' ? "," : "";
        return string.Concat(json.Substring(0, open), string.Concat(Quote(name), ":", value, comma), json.Substring(open));
    }

    /// <summary>Removes every property of that name, with its comma.</summary>
    public static string Remove(string json, string name)
    {
        while (TryFind(json, name, out var keyStart, out _, out var valueEnd))
        {
            var next = Skip(json, valueEnd);
            if (next < json.Length && json[next] == ',')
            {
                json = json.Remove(keyStart, next + 1 - keyStart);
                continue;
            }

            var previous = keyStart - 1;
            while (previous > 0 && char.IsWhiteSpace(json[previous]))
                previous--;
            var start = json[previous] == ',' ? previous : keyStart;
            json = json.Remove(start, valueEnd - start);
        }

        return json;
    }

    public static bool TryGetString(string json, string name, out string value)
    {
        value = "";
        if (!TryFind(json, name, out var start, out var length) || json[start] != '"')
            return false;

        // The two properties that are read never need an escape; one that has some was not written by a propagator.
        value = json.Substring(start + 1, length - 2);
        return value.IndexOf('\\') < 0;
    }

    public static bool TryFind(string json, string name, out int valueStart, out int valueLength)
    {
        var found = TryFind(json, name, out _, out valueStart, out var valueEnd);
        valueLength = valueEnd - valueStart;
        return found;
    }

    public static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    private static bool TryFind(string json, string name, out int keyStart, out int valueStart, out int valueEnd)
    {
        keyStart = valueStart = valueEnd = 0;
        var i = Skip(json, 0);
        if (i >= json.Length || json[i] != '{')
            return false;
        i = Skip(json, i + 1);
        while (i < json.Length && json[i] == '"')
        {
            keyStart = i;
            var keyEnd = EndOfValue(json, i);
            if (keyEnd < 0)
                return false;
            var colon = Skip(json, keyEnd);
            if (colon >= json.Length || json[colon] != ':')
                return false;
            valueStart = Skip(json, colon + 1);
            valueEnd = EndOfValue(json, valueStart);
            if (valueEnd < 0)
                return false;
            if (keyEnd - keyStart - 2 == name.Length && string.CompareOrdinal(json, keyStart + 1, name, 0, name.Length) == 0)
                return true;
            i = Skip(json, valueEnd);
            if (i >= json.Length || json[i] != ',')
                return false;
            i = Skip(json, i + 1);
        }

        return false;
    }

    /// <summary>The position after the value that starts here; -1 when the text ends before the value does.</summary>
    private static int EndOfValue(string json, int i)
    {
        var depth = 0;
        while (i < json.Length)
        {
            switch (json[i])
            {
                case '"':
                    i++;
                    while (i < json.Length && json[i] != '"')
                        i += json[i] == '\\' ? 2 : 1;
                    if (i >= json.Length)
                        return -1;
                    i++;
                    if (depth == 0)
                        return i;
                    continue;
                case '{' or '[':
                    depth++;
                    i++;
                    continue;
                case '}' or ']':
                    if (--depth < 0)
                        return -1;
                    i++;
                    if (depth == 0)
                        return i;
                    continue;
                default:
                    if (depth > 0)
                    {
                        i++;
                        continue;
                    }

                    var start = i;
                    while (i < json.Length && json[i] is not (',' or '}' or ']' or ':') && !char.IsWhiteSpace(json[i]))
                        i++;
                    return i > start ? i : -1;
            }
        }

        return -1;
    }

    private static int Skip(string json, int i)
    {
        while (i < json.Length && char.IsWhiteSpace(json[i]))
            i++;
        return i;
    }
}
