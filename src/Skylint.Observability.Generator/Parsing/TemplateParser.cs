namespace Skylint.Observability.Generator;

/// <summary>Takes a message template apart: fixed text, and holes such as <c>{total,10:0.00}</c>. Doubled braces are text.</summary>
internal static class TemplateParser
{
    /// <summary>The parts, or what is wrong with the template.</summary>
    public static IReadOnlyList<TemplatePart> Parse(string template, out string? error)
    {
        var parts = new List<TemplatePart>();
        var text = new System.Text.StringBuilder();
        error = null;
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else if (c == '{')
            {
                var end = template.IndexOf('}', i);
                if (end < 0)
                {
                    error = "has an opening brace without a closing one";
                    return [];
                }

                if (text.Length > 0)
                    parts.Add(new TemplatePart(text.ToString(), IsHole: false, 0, null));
                text.Clear();
                if (Hole(template.Substring(i + 1, end - i - 1)) is not { } hole)
                {
                    error = $"has a hole that names no parameter: '{template.Substring(i, end - i + 1)}'";
                    return [];
                }

                parts.Add(hole);
                i = end;
            }
            else if (c == '}')
            {
                error = "has a closing brace without an opening one";
                return [];
            }
            else
            {
                text.Append(c);
            }
        }

        if (text.Length > 0)
            parts.Add(new TemplatePart(text.ToString(), IsHole: false, 0, null));
        return parts;
    }

    private static TemplatePart? Hole(string hole)
    {
        var colon = hole.IndexOf(':');
        var format = colon < 0 ? null : hole.Substring(colon + 1);
        var name = colon < 0 ? hole : hole.Substring(0, colon);
        var alignment = 0;
        var comma = name.IndexOf(',');
        if (comma >= 0)
        {
            if (!int.TryParse(name.Substring(comma + 1), out alignment))
                return null;
            name = name.Substring(0, comma);
        }

        name = name.Trim().TrimStart('@');
        return name.Length == 0 ? null : new TemplatePart(name, IsHole: true, alignment, string.IsNullOrEmpty(format) ? null : format);
    }
}
