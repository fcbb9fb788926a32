using Microsoft.CodeAnalysis;

namespace Skylint.Tests.Support;

/// <summary>
/// The case folder of a rule: <c>&lt;Area&gt;/Cases/&lt;Key&gt;/bad.cs</c> and <c>good.cs</c>, found by the rule's key. The documentation shows
/// the same two files, and for constructs the conformance run synthesizes them.
/// </summary>
public sealed record CaseFolder(string Key, string Path)
{
    public static IReadOnlyDictionary<string, CaseFolder> All { get; } =
        new[] { "Cdk", "Sdk", "Text", "Observability" }
            .Select(area => System.IO.Path.Combine(Repository.Root, "tests", "Skylint.Tests", area, "Cases"))
            .Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories)
            .Select(folder => new CaseFolder(System.IO.Path.GetFileName(folder), folder))
            .ToDictionary(c => c.Key, StringComparer.Ordinal);

    public string Bad => File.ReadAllText(System.IO.Path.Combine(Path, "bad.cs"));

    public string Good => File.ReadAllText(System.IO.Path.Combine(Path, "good.cs"));

    /// <summary>The good file as the fix of the bad file must write it: they differ in the class name alone.</summary>
    public string Fixed => Good.Replace("class Good", "class Bad", StringComparison.Ordinal);
}
