using Skylint.Catalog;

namespace Skylint.Docs;

/// <summary>The names of a level: in prose, in an <c>.editorconfig</c> and in a release file.</summary>
internal static class LevelText
{
    public static string Prose(Level level) => level switch
    {
        Level.Warning => "warning",
        Level.Info => "suggestion",
        _ => "off",
    };

    public static string EditorConfig(Level level) => level switch
    {
        Level.Warning => "warning",
        Level.Info => "suggestion",
        _ => "none",
    };

    public static string Release(Level level) => level switch
    {
        Level.Warning => "Warning",
        Level.Info => "Info",
        _ => "Disabled",
    };
}
