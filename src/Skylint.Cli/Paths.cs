namespace Skylint.Cli;

/// <summary>Paths as reports show them.</summary>
internal static class Paths
{
    /// <summary>File systems that fold case are compared that way.</summary>
    public static StringComparer Comparer { get; } = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>The path from <paramref name="folder"/>, with slashes on every system.</summary>
    public static string Relative(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    /// <summary>The folder of the repository that holds <paramref name="folder"/>; null outside a repository.</summary>
    public static string? RepositoryOf(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            // A work tree of its own has a file there, not a folder.
            if (Path.Exists(Path.Combine(at, ".git")))
                return at;
        }

        return null;
    }
}
