namespace Skylint.Docs.Tests;

/// <summary>A repository with nothing in it but what a test writes.</summary>
internal sealed class TemporaryRepository : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("skylint-docs-").FullName;

    public TemporaryRepository()
    {
        File.WriteAllText(Path.Combine(_root, "Analyzers.sln"), "");
        Folder = RepositoryFolder.At(_root)!;
    }

    public RepositoryFolder Folder { get; }

    public string PathOf(string path) => Path.Combine(_root, path);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
