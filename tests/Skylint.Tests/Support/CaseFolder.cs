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

    /// <summary>The code that is bad only for those who turn an option of the rule on: <c>bad.&lt;option&gt;.cs</c>, with a class such as <c>BadEveryPort</c>.</summary>
    public string BadWith(string option) => File.ReadAllText(System.IO.Path.Combine(Path, $"bad.{option}.cs"));

    public string GoodWith(string option) => File.ReadAllText(System.IO.Path.Combine(Path, $"good.{option}.cs"));

    /// <summary>The options that the folder has files for.</summary>
    public IEnumerable<string> Options => Directory.EnumerateFiles(Path, "*.*.cs").Select(file => System.IO.Path.GetFileName(file).Split('.')[1]).Distinct();

    /// <summary>The good file as the fix of the bad file must write it: they differ in the class name alone.</summary>
    public string Fixed => Good.Replace("class Good", "class Bad", StringComparison.Ordinal);
}
