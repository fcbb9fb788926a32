using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Skylint.Cli.Fixing;

/// <summary>What a code fix would do for one diagnostic, as changes of the text that was analyzed.</summary>
/// <param name="Diagnostic">What it fixes.</param>
/// <param name="Changes">The changes by the absolute path of the file, each in the order of the text.</param>
internal sealed record ProposedFix(Diagnostic Diagnostic, ImmutableSortedDictionary<string, ImmutableArray<TextChange>> Changes)
{
    /// <summary>What stays the same when lines above move: to know a diagnostic again that was not fixed.</summary>
    public static (string Id, string Path, string Line, string Message) IdentityOf(Diagnostic diagnostic)
    {
        var tree = diagnostic.Location.SourceTree!;
        var line = tree.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString();
        return (diagnostic.Id, tree.FilePath, line.Trim(), diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
