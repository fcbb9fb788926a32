using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Skylint.Text.Secrets;

/// <summary>Settings that stand beside the code and reach the analyzers as additional files.</summary>
internal static class ConfigurationFile
{
    /// <summary>True for files that hold settings, by their names.</summary>
    public static bool Is(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".json" or ".config" or ".xml" or ".yml" or ".yaml" or ".env" or ".ini" or ".txt" or ".props" or ".pem" or ".key"
        || Path.GetFileName(path).StartsWith(".env", StringComparison.Ordinal);

    /// <summary>The place of a piece of the file's text.</summary>
    public static Location Locate(string path, SourceText source, int start, int length)
    {
        var span = new TextSpan(start, length);
        return Location.Create(path, span, source.Lines.GetLinePositionSpan(span));
    }
}
