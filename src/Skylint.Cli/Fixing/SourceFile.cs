using System.Text;
using Skylint.Cli.Commands;

namespace Skylint.Cli.Fixing;

/// <summary>Writes source files back in the encoding, and with or without the byte order mark, that they had.</summary>
internal static class SourceFile
{
    /// <exception cref="CommandException">The file is not what was analyzed, or cannot be written.</exception>
    public static async Task WriteAsync(ChangedFile file, string displayPath, CancellationToken cancellationToken)
    {
        try
        {
            var encoding = file.Before.Encoding ?? Encoding.UTF8;
            var old = await File.ReadAllBytesAsync(file.Path, cancellationToken);
            var mark = encoding.GetPreamble();
            if (mark.Length == 0 && old.AsSpan().StartsWith(Encoding.UTF8.Preamble) && encoding is UTF8Encoding)
                mark = Encoding.UTF8.GetPreamble();
            else if (!old.AsSpan().StartsWith(mark))
                mark = [];
            if (!old.AsSpan(mark.Length).SequenceEqual(encoding.GetBytes(file.Before.ToString())))
                throw new CommandException($"{displayPath} was not written: it has changed meanwhile, or its encoding cannot be told.");
            await File.WriteAllBytesAsync(file.Path, [.. mark, .. encoding.GetBytes(file.After.ToString())], cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{displayPath} was not written: {e.Message}");
        }
    }
}
