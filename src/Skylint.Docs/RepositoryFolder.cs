namespace Skylint.Docs;

/// <summary>The repository on disk: every path that the tool reads or writes is relative to it and separated by slashes.</summary>
internal sealed class RepositoryFolder
{
    private readonly string _root;

    private RepositoryFolder(string root) => _root = root;

    /// <summary>The nearest folder from <paramref name="folder"/> upward that holds the solution; null when there is none.</summary>
    public static RepositoryFolder? Above(string folder)
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
        {
            if (At(directory.FullName) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>The folder itself, when it holds the solution.</summary>
    public static RepositoryFolder? At(string folder) =>
        File.Exists(Path.Combine(folder, "Analyzers.sln")) ? new RepositoryFolder(folder) : null;

    /// <summary>The text of a file; null when it does not exist.</summary>
    public string? Read(string path)
    {
        var file = Path.Combine(_root, path);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    public void Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Delete(string path) => File.Delete(Path.Combine(_root, path));

    /// <summary>The files of one folder that match, in ordinal order.</summary>
    public IReadOnlyList<string> Files(string folder, string pattern)
    {
        var directory = Path.Combine(_root, folder);
        return Directory.Exists(directory)
            ? [.. Directory.GetFiles(directory, pattern).Select(Relative).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The folders inside one folder, in ordinal order.</summary>
    public IReadOnlyList<string> Folders(string folder)
    {
        var directory = Path.Combine(_root, folder);
        return Directory.Exists(directory) ? [.. Directory.GetDirectories(directory).Select(Relative).Order(StringComparer.Ordinal)] : [];
    }

    private string Relative(string file) => Path.GetRelativePath(_root, file).Replace('\\', '/');
}
