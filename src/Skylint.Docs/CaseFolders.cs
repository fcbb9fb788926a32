using System.Text.RegularExpressions;

namespace Skylint.Docs;

/// <summary>The bad and good code of each rule: the test cases, which are also the examples of its page.</summary>
internal sealed partial class CaseFolders
{
    private readonly Dictionary<string, string> _folders;
    private readonly RepositoryFolder _repository;

    public CaseFolders(RepositoryFolder repository)
    {
        _repository = repository;
        _folders = repository.Folders("tests/Skylint.Tests")
            .SelectMany(area => repository.Folders($"{area}/Cases"))
            .ToDictionary(folder => folder[(folder.LastIndexOf('/') + 1)..], StringComparer.Ordinal);
    }

    /// <summary>The path of a case file, such as <c>tests/Skylint.Tests/Cdk/Cases/Key/bad.cs</c>; null when the rule has no case folder.</summary>
    public string? PathOf(string key, string file) => _folders.TryGetValue(key, out var folder) ? $"{folder}/{file}" : null;

    /// <summary>
    /// The code as a reader wants to see it, without the namespace that only keeps the cases apart; null when there is no such file.
    /// </summary>
    public string? Code(string key, string file) => PathOf(key, file) is { } path && _repository.Read(path) is { } text
        ? CaseNamespace().Replace(text.ReplaceLineEndings("\n"), "").Trim('\n')
        : null;

    [GeneratedRegex(@"^namespace Cases\.\w+;\n\n?", RegexOptions.Multiline)]
    private static partial Regex CaseNamespace();
}
