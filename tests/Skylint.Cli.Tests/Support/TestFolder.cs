namespace Skylint.Cli.Tests.Support;

/// <summary>A folder for one test or fixture, which needs no package and no network to be restored.</summary>
public sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("skylint-cli-tests-");

    public TestFolder()
    {
        Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        // Nothing that stands above the temporary folder shall reach in here.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
    }

    public string Root => _folder.FullName;

    public string this[string path] => Path.Combine(Root, path);

    public void Write(string path, string text) => WriteBytes(path, System.Text.Encoding.UTF8.GetBytes(text));

    public void WriteBytes(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllBytes(this[path], bytes);
    }

    public string Read(string path) => File.ReadAllText(this[path]);

    /// <summary>A library project for .NET 10, the runtime of these tests.</summary>
    public void WriteProject(string path, string content = "", string framework = "<TargetFramework>net10.0</TargetFramework>") => Write(path,
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>{framework}<NoWarn>$(NoWarn);NETSDK1057</NoWarn></PropertyGroup>
          {content}
        </Project>
        """);

    public void Dispose() => _folder.Delete(recursive: true);
}
