using System.IO.Compression;
using Xunit;

namespace Skylint.Package.Tests;

/// <summary>
/// Packs Skylint, installs it into a throw-away solution whose projects differ in their configuration, and builds, fixes and builds again. It happens once;
/// the tests look at what came out.
/// </summary>
public sealed class InstalledPackage : IAsyncLifetime
{
    /// <summary>Breaks two rules that are on by default, and says so on line 10.</summary>
    private const string Storage = """
        using Amazon.CDK.AWS.S3;
        using Constructs;

        namespace Consumer;

        public static class Storage
        {
            public static void Build(Construct scope)
            {
                new Bucket(scope, "Orders", new BucketProps
                {
                    Versioned = true,
                });
            }
        }

        """;

    private readonly ThrowAwaySolution _solution = new();

    /// <summary>The paths in the package.</summary>
    internal IReadOnlyList<string> Files { get; private set; } = [];

    internal string Nuspec { get; private set; } = "";

    /// <summary>What the build of all projects printed.</summary>
    internal string BuildOutput { get; private set; } = "";

    internal IReadOnlyList<BuildMessage> Messages { get; private set; } = [];

    /// <summary>What the project <c>Recommended</c> looks like, and what its build says, after <c>dotnet format analyzers</c>.</summary>
    internal string FixedSource { get; private set; } = "";

    internal (int ExitCode, string Output) FixedBuild { get; private set; }

    internal IEnumerable<string> IdsIn(string project) => Messages.Where(m => m.Project == project && m.Id.StartsWith("SKY", StringComparison.Ordinal)).Select(m => m.Id).Order(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        var version = $"0.0.0-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";
        await Pack(version);

        _solution.Write("cdk.json", """{ "context": {} }""");
        Add("Recommended", version);
        _solution.Write("Recommended/appsettings.json", "{}");
        _solution.Write("Recommended/Properties/launchSettings.json", "{}");
        _solution.Write("Recommended/Web.config", "<configuration />");
        Add("CategoryOff", version);
        _solution.Write("CategoryOff/.editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.category-Security.severity = none\n");
        Add("Strict", version, ("SkylintProfile", "strict"), ("SkylintAdditionalFiles", "false"));
        _solution.Write("Strict/.editorconfig", "[*.cs]\ndotnet_diagnostic.SKY1002.severity = none\n");
        Add("Combined", version, ("SkylintProfile", "None; aws-solutions; hipaa"));
        Add("Unknown", version, ("SkylintProfile", "hipaa;stict"));
        Add("OldCompiler", version);
        // After the SDK has set it, which is later than the project file.
        _solution.Write("OldCompiler/Directory.Build.targets", "<Project><PropertyGroup><CompilerApiVersion>roslyn4.7</CompilerApiVersion></PropertyGroup></Project>");

        BuildOutput = (await _solution.Dotnet("build", "Consumer.slnx", "-nologo", "-v:minimal", "-clp:NoSummary")).Output;
        Messages = BuildMessage.Parse(BuildOutput);

        var format = await _solution.Dotnet("format", "analyzers", "Recommended/Recommended.csproj", "--no-restore", "--severity", "warn", "--diagnostics", "SKY1001", "SKY1002");
        Assert.True(format.ExitCode == 0, format.Output);
        FixedSource = _solution.Read("Recommended", "Storage.cs");
        FixedBuild = await _solution.Dotnet("build", "Recommended/Recommended.csproj", "--no-restore", "-nologo", "-v:minimal", "-clp:NoSummary");
    }

    public Task DisposeAsync()
    {
        _solution.Dispose();
        return Task.CompletedTask;
    }

    private void Add(string name, string version, params (string, string)[] properties)
    {
        _solution.AddProject(name, version, properties);
        _solution.Write($"{name}/Storage.cs", Storage);
    }

    private async Task Pack(string version)
    {
        var project = Path.Combine(BuildMetadata.RepositoryRoot, "src", "Skylint.Package", "Skylint.Package.csproj");
        // What was built for these tests is what is packed.
        var pack = await Dotnet.Run(
            BuildMetadata.RepositoryRoot, null, "pack", project, "--no-build", "-nologo", "-c", BuildMetadata.Configuration, $"-p:PackageVersion={version}", "-o", _solution.Feed);
        Assert.True(pack.ExitCode == 0, pack.Output);

        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(_solution.Feed)));
        Files = [.. package.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
        using var nuspec = new StreamReader(package.GetEntry("Skylint.nuspec")!.Open());
        Nuspec = await nuspec.ReadToEndAsync();
    }
}
