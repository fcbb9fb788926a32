using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Skylint.Tests.Support;

/// <summary>Source text with the expected diagnostics marked: <c>[|span|]</c> for the rule under test, <c>{|SKY1001:span|}</c> for a named one.</summary>
public sealed record Markup(string Source, ImmutableArray<(string? Id, TextSpan Span)> Expected)
{
    public static Markup Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var open = new Stack<(string? Id, int Start)>();
        var expected = ImmutableArray.CreateBuilder<(string?, TextSpan)>();
        for (var i = 0; i < marked.Length; i++)
        {
            var rest = marked.AsSpan(i);
            if (rest.StartsWith("[|"))
            {
                open.Push((null, text.Length));
                i++;
            }
            else if (rest.StartsWith("{|SKY"))
            {
                open.Push((marked.Substring(i + 2, 7), text.Length));
                i += 9;
            }
            else if (open.Count > 0 && (rest.StartsWith("|]") || rest.StartsWith("|}")))
            {
                var (id, start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return new Markup(text.ToString(), expected.OrderBy(e => e.Item2.Start).ToImmutableArray());
    }
}
