using System.Xml.Linq;

namespace Skylint.Package.Tests;

/// <summary>
/// A solution in a temporary folder that knows nothing of this repository: its only package source is a folder, and its package cache is its own,
/// so that what it builds with is the package and no leftover of an earlier one.
/// </summary>
internal sealed class ThrowAwaySolution : IDisposable
{
    private const string Framework = "net10.0";

    private readonly List<string> _projects = [];

    public ThrowAwaySolution()
    {
        Folder = Directory.CreateTempSubdirectory("skylint-package-").FullName;
        Directory.CreateDirectory(Feed);
        Write("nuget.config", """
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="feed" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
              </fallbackPackageFolders>
            </configuration>
            """);
        Write(".editorconfig", "root = true\n");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("Directory.Build.targets", """
            <Project>
              <Target Name="ShowAdditionalFiles" AfterTargets="CoreCompile">
                <Message Importance="high" Text="$(MSBuildProjectName) reads @(AdditionalFiles->'%(Filename)%(Extension)', ', ')" />
              </Target>
            </Project>
            """);
    }

    public string Folder { get; }

    /// <summary>The package source.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>The package cache.</summary>
    public string Cache => Path.Combine(Folder, "cache");

    public string PathOf(params string[] path) => Path.Combine([Folder, .. path]);

    public string Read(params string[] path) => File.ReadAllText(PathOf(path));

    public void Write(string path, string text)
    {
        var file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Adds a library that references the CDK and the package.</summary>
    /// <param name="properties">What its project file sets.</param>
    public void AddProject(string name, string packageVersion, params (string Name, string Value)[] properties)
    {
        var project = new XElement("Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", Framework),
                new XElement("Nullable", "enable"),
                properties.Select(property => new XElement(property.Name, property.Value))),
            new XElement("ItemGroup",
                Reference("Amazon.CDK.Lib", "2.160.0"),
                Reference("Constructs", "10.0.5"),
                Reference("Amazon.JSII.Runtime", "1.103.1")),
            new XElement("ItemGroup",
                new XElement("PackageReference", new XAttribute("Include", "Skylint"), new XAttribute("Version", packageVersion), new XAttribute("PrivateAssets", "all"))));
        Write($"{name}/{name}.csproj", project.ToString());
        _projects.Add(name);
        Write("Consumer.slnx", new XElement("Solution", _projects.Select(p => new XElement("Project", new XAttribute("Path", $"{p}/{p}.csproj")))).ToString());
    }

    public Task<(int ExitCode, string Output)> Dotnet(params IEnumerable<string> arguments) => Tests.Dotnet.Run(Folder, Cache, arguments);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // The compiler server may still hold the analyzers on some systems; the folder is a temporary one.
        }
        catch (UnauthorizedAccessException)
        {
        }
    }

    /// <summary>From the cache of this repository, by path: the throw-away solution has no source that could offer these packages.</summary>
    private static XElement Reference(string package, string version)
    {
        var file = Path.Combine(BuildMetadata.PackageRoot, package.ToLowerInvariant(), version, "lib", "netcoreapp3.1", package + ".dll");
        if (!File.Exists(file))
            throw new FileNotFoundException($"{file} is not there; restore this test project first.");
        return new XElement("Reference", new XAttribute("Include", package), new XElement("HintPath", file), new XElement("Private", "false"));
    }
}
