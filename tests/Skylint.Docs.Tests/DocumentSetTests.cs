using Xunit;

namespace Skylint.Docs.Tests;

public sealed class DocumentSetTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void What_is_not_there_is_missing_and_nothing_is_written_by_looking()
    {
        Assert.Contains(Changes(), change => change is { Kind: ChangeKind.Missing, Path: "docs/rules/SKY2001.md" });
        Assert.False(Directory.Exists(_repository.PathOf("docs")));
    }

    [Fact]
    public void Once_written_nothing_is_left_to_do()
    {
        Write();
        Assert.Empty(Changes());
    }

    [Fact]
    public void An_edited_file_differs()
    {
        Write();
        File.AppendAllText(_repository.PathOf("docs/rules/README.md"), "by hand\n");
        var change = Assert.Single(Changes());
        Assert.Equal((ChangeKind.Differs, "docs/rules/README.md"), (change.Kind, change.Path));
    }

    [Fact]
    public void Pages_and_profiles_of_what_no_longer_exists_are_stale_and_go_away()
    {
        Write();
        _repository.Folder.Write("docs/rules/SKY2999.md", "");
        _repository.Folder.Write("src/Skylint.Package/profiles/gone.globalconfig", "");
        Assert.Equal([ChangeKind.Stale, ChangeKind.Stale], Changes().Select(change => change.Kind));
        Write();
        Assert.False(File.Exists(_repository.PathOf("docs/rules/SKY2999.md")));
        Assert.False(File.Exists(_repository.PathOf("src/Skylint.Package/profiles/gone.globalconfig")));
    }

    [Fact]
    public void Files_that_people_wrote_stay()
    {
        _repository.Folder.Write("docs/rules/notes.md", "by hand");
        Write();
        Assert.True(File.Exists(_repository.PathOf("docs/rules/notes.md")));
    }

    [Fact]
    public void Lines_end_with_a_line_feed_alone()
    {
        _repository.Folder.Write("tests/Skylint.Tests/Sdk/Cases/first-rule/bad.cs", "class Bad\r\n{\r\n}\r\n");
        Write();
        var files = Directory.GetFiles(_repository.PathOf("docs"), "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain('\r', text);
            Assert.EndsWith("\n", text);
        });
    }

    private IReadOnlyList<Change> Changes() => DocumentSet.Render(_repository.Folder, Rules.All).ChangesIn(_repository.Folder);

    private void Write()
    {
        foreach (var change in Changes())
            change.ApplyTo(_repository.Folder);
    }
}
