namespace Skylint.Docs;

/// <summary>A generated file that is not as it should be.</summary>
/// <param name="Text">What the file should hold; null when it should not exist.</param>
internal sealed record Change(ChangeKind Kind, string Path, string? Text)
{
    public void ApplyTo(RepositoryFolder repository)
    {
        if (Text is null)
            repository.Delete(Path);
        else
            repository.Write(Path, Text);
    }
}
