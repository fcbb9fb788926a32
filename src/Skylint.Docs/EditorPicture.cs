using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Docs;

/// <summary>
/// A picture of sample code as an editor shows it, with a squiggle and a message at every finding. The findings are those that the tool
/// itself reported: the SARIF file that a test pins.
/// </summary>
internal static class EditorPicture
{
    private const string Sarif = "samples/OrdersInfra/expected.sarif";
    private const string Source = "Stacks/DataStack.cs";
    private const string Output = "docs/images/squiggles.svg";
    private const string From = "Uploads = new Bucket";
    private const string To = "Imports = new Bucket";
    private const double CharWidth = 8.4;
    private const double LineHeight = 20;
    private const double Left = 56;

    /// <summary>The picture; nothing when the sample has no findings yet.</summary>
    public static IEnumerable<Document> Render(RepositoryFolder repository)
    {
        if (repository.Read(Sarif) is not { } sarif || repository.Read("samples/OrdersInfra/" + Source) is not { } source)
            yield break;
        var lines = source.Split('\n');
        var first = Array.FindIndex(lines, l => l.Contains(From, StringComparison.Ordinal));
        var last = Array.FindIndex(lines, l => l.Contains(To, StringComparison.Ordinal));
        var findings = Findings(sarif).Where(f => f.Line - 1 >= first && f.Line - 1 <= last).ToLookup(f => f.Line - 1);
        yield return new Document(Output, Draw(lines, first, last, findings));
    }

    private static IEnumerable<Finding> Findings(string sarif)
    {
        using var document = JsonDocument.Parse(sarif);
        foreach (var result in document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            var location = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            if (!location.GetProperty("artifactLocation").GetProperty("uri").GetString()!.EndsWith(Source, StringComparison.Ordinal))
                continue;
            var region = location.GetProperty("region");
            yield return new Finding(
                result.GetProperty("ruleId").GetString()!,
                result.GetProperty("message").GetProperty("text").GetString()!,
                region.GetProperty("startLine").GetInt32(),
                region.GetProperty("startColumn").GetInt32(),
                region.GetProperty("endColumn").GetInt32());
        }
    }

    private static string Draw(string[] lines, int first, int last, ILookup<int, Finding> findings)
    {
        var indent = lines[first].Length - lines[first].TrimStart().Length;
        var body = new StringBuilder();
        var y = 28.0;
        var width = 0.0;
        for (var i = first; i <= last; i++)
        {
            var code = lines[i].Length > indent ? lines[i][indent..] : "";
            body.Append(CultureInfo.InvariantCulture, $"  <text x=\"40\" y=\"{y}\" class=\"n\">{i + 1}</text>\n");
            body.Append(CultureInfo.InvariantCulture, $"  <text x=\"{Left}\" y=\"{y}\">{Colour(code)}</text>\n");
            width = Math.Max(width, Left + code.Length * CharWidth);
            foreach (var finding in findings[i].GroupBy(f => (f.StartColumn, f.EndColumn)))
            {
                var from = Left + (finding.Key.StartColumn - 1 - indent) * CharWidth;
                var to = Left + (finding.Key.EndColumn - 1 - indent) * CharWidth;
                body.Append(CultureInfo.InvariantCulture, $"  <path class=\"s\" d=\"{Wave(from, to, y + 4)}\"/>\n");
                foreach (var message in finding)
                {
                    y += LineHeight;
                    var text = $"{message.Id}: {message.Message}";
                    body.Append(CultureInfo.InvariantCulture, $"  <text x=\"{from}\" y=\"{y}\" class=\"m\">{Escape(text)}</text>\n");
                    width = Math.Max(width, from + text.Length * 7.3);
                }
            }

            y += LineHeight;
        }

        return string.Create(CultureInfo.InvariantCulture, $$"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{{Math.Ceiling(width) + 16}}" height="{{y}}" font-family="Consolas, Menlo, 'DejaVu Sans Mono', monospace" font-size="14">
              <style>text { fill: #d4d4d4; white-space: pre } .n { fill: #6e7681; text-anchor: end } .k { fill: #569cd6 } .t { fill: #4ec9b0 } .l { fill: #ce9178 } .s { fill: none; stroke: #e2c08d; stroke-width: 1.2 } .m { fill: #e2c08d; font-size: 12px; font-style: italic }</style>
              <rect width="100%" height="100%" rx="6" fill="#1e1e1e"/>
            {{body}}</svg>

            """);
    }

    // Good enough for a picture: keywords, literals and what looks like a type.
    private static string Colour(string code)
    {
        var text = new StringBuilder();
        foreach (var token in SyntaxFactory.ParseTokens(code))
        {
            if (token.IsKind(SyntaxKind.EndOfFileToken))
                break;
            var kind = token.IsKeyword() || token.Text == "var" ? "k"
                : token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.NumericLiteralToken) ? "l"
                : token.IsKind(SyntaxKind.IdentifierToken) && (text.ToString().EndsWith("new</tspan> ", StringComparison.Ordinal) || token.GetNextToken().IsKind(SyntaxKind.DotToken)) ? "t"
                : null;
            text.Append(Escape(token.LeadingTrivia.ToString()));
            text.Append(kind is null ? Escape(token.Text) : $"<tspan class=\"{kind}\">{Escape(token.Text)}</tspan>");
            text.Append(Escape(token.TrailingTrivia.ToString()));
        }

        return text.ToString();
    }

    private static string Wave(double from, double to, double y)
    {
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M{from:0.#} {y:0.#}");
        var up = true;
        for (var x = from + 3; x <= to; x += 3, up = !up)
            path.Append(CultureInfo.InvariantCulture, $" L{x:0.#} {(up ? y - 2.5 : y):0.#}");
        return path.ToString();
    }

    private static string Escape(string text) => new XText(text).ToString();

    private sealed record Finding(string Id, string Message, int Line, int StartColumn, int EndColumn);
}
