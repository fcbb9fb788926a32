using Skylint.Catalog;

namespace Skylint.Docs;

/// <summary>All generated files. Another kind of generated document is one more line in <see cref="Render"/>.</summary>
internal sealed class DocumentSet
{
    /// <summary>The folders that belong to the tool, with the files in them that it may delete when nothing asks for them any more.</summary>
    private static readonly (string Folder, string Pattern)[] s_owned =
    [
        (RulePage.Folder, "SKY*.md"),
        (ProfileFile.Folder, "*.globalconfig"),
    ];

    private readonly IReadOnlyList<Document> _documents;

    private DocumentSet(IReadOnlyList<Document> documents) => _documents = documents;

    public static DocumentSet Render(RepositoryFolder repository, IReadOnlyList<Rule> rules)
    {
        var cases = new CaseFolders(repository);
        return new DocumentSet(
        [
            .. rules.Select(rule => RulePage.Render(rule, cases)),
            RuleIndex.Render(rules),
            CdkNagGuide.Render(rules),
            .. ReleaseLines.Render(rules, repository),
            .. Profile.All.Select(profile => ProfileFile.Render(profile, rules)),
            .. EditorPicture.Render(repository),
            .. TracePicture.Render(repository),
        ]);
    }

    /// <summary>What would have to change in the repository for it to hold these documents.</summary>
    public IReadOnlyList<Change> ChangesIn(RepositoryFolder repository)
    {
        var wanted = _documents.Select(document => document.Path).ToHashSet(StringComparer.Ordinal);
        var stale = s_owned
            .SelectMany(owned => repository.Files(owned.Folder, owned.Pattern))
            .Where(path => !wanted.Contains(path))
            .Select(path => new Change(ChangeKind.Stale, path, null));
        return [.. _documents.Select(document => Compare(document, repository)).OfType<Change>().Concat(stale)];
    }

    private static Change? Compare(Document document, RepositoryFolder repository) => repository.Read(document.Path) switch
    {
        null => new Change(ChangeKind.Missing, document.Path, document.Text),
        var text when text != document.Text => new Change(ChangeKind.Differs, document.Path, document.Text),
        _ => null,
    };
}
