using System.Text;
using Skylint.Observability.Tests.Support;
using Xunit;

namespace Skylint.Observability.Tests.Generator;

/// <summary>
/// The generated text, whole, for a few inputs that are worth reading. <c>Snapshots/&lt;name&gt;.cs</c> is the input and <c>&lt;name&gt;.txt</c> what is written for it;
/// with SKYLINT_UPDATE_SNAPSHOTS=1 the tests write the latter anew.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests/Skylint.Observability.Tests/Generator/Snapshots");

    public static TheoryData<string> Names => new(Directory.GetFiles(s_folder, "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)!).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void TheTextIsAsBefore(string name)
    {
        var target = name.StartsWith("Sqs", StringComparison.Ordinal) ? Target.Sqs4 : name.StartsWith("Console", StringComparison.Ordinal) ? Target.Console : Target.Net8;
        var run = GeneratorRun.From(File.ReadAllText(Path.Combine(s_folder, name + ".cs")), target).Compiles();
        var text = new StringBuilder();
        foreach (var file in run.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
            text.Append("==== ").Append(file.Key).Append('\n').Append(file.Value).Append('\n');
        var path = Path.Combine(s_folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("SKYLINT_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, text.ToString());
        Assert.Equal(File.ReadAllText(path).Replace("\r", "", StringComparison.Ordinal), text.ToString());
    }
}
