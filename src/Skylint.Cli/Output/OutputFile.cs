using Skylint.Cli.Commands;

namespace Skylint.Cli.Output;

/// <summary>Writes results to files.</summary>
internal static class OutputFile
{
    /// <param name="path">The absolute path; its folder is made when it is missing.</param>
    /// <param name="shown">The path as the person typed it.</param>
    /// <param name="what">What is written, for the complaint.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="CommandException">The file could not be written.</exception>
    public static void Write(string path, string shown, string what, Action<TextWriter> write)
    {
        try
        {
            if (Path.GetDirectoryName(path) is { } folder)
                Directory.CreateDirectory(folder);
            using var writer = new StreamWriter(path);
            write(writer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The {what} could not be written to '{shown}': {e.Message}");
        }
    }
}
