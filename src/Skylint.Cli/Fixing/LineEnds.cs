using Microsoft.CodeAnalysis.Text;

namespace Skylint.Cli.Fixing;

/// <summary>How the lines of a text end.</summary>
internal static class LineEnds
{
    /// <summary>The end that most lines have; the system's where the text has but one line.</summary>
    public static string Of(SourceText text)
    {
        var (windows, unix) = (0, 0);
        foreach (var line in text.Lines)
        {
            switch (line.EndIncludingLineBreak - line.End)
            {
                case 2:
                    windows++;
                    break;
                case 1:
                    unix++;
                    break;
            }
        }

        return windows == unix ? Environment.NewLine : windows > unix ? "\r\n" : "\n";
    }
}
