using Spectre.Console;
using Spectre.Console.Rendering;

namespace Skylint.Cli.Output;

/// <summary>Consoles to draw on.</summary>
internal static class Consoles
{
    /// <summary>A console on the writer; without colours and without wrapping when nobody watches it.</summary>
    public static IAnsiConsole On(TextWriter writer, bool isRich)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRich ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isRich ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!isRich)
            console.Profile.Width = 1000;
        return console;
    }

    /// <summary>A table without lines, for lists that people also grep.</summary>
    public static Table Columns(params string[] headers)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = headers.Length > 0 };
        return table.AddColumns([.. headers.Select(h => new TableColumn(new Markup($"[bold]{Markup.Escape(h)}[/]")).PadLeft(0).PadRight(2))]);
    }

    /// <summary>Draws a table or grid; in a file without the blanks that fill up its last column.</summary>
    public static void Draw(TextWriter writer, bool isRich, IRenderable content)
    {
        if (isRich)
        {
            On(writer, isRich).Write(content);
            return;
        }

        using var drawn = new StringWriter();
        On(drawn, isRich).Write(content);
        foreach (var line in drawn.ToString().TrimEnd().Split('\n'))
            writer.WriteLine(line.TrimEnd());
    }
}
