using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skylint.Cli.Tests.Support;

/// <summary>A solution with everything that decides about findings: configuration, suppressions, links, target frameworks, additional files.</summary>
public sealed class CheckedSolution : IAsyncLifetime
{
    private const string Api = """
        public static class Api
        {
            public static void Danger(string id = "") { }
            public static void Safe(string id = "") { }
            public static void Unfixable() { }
            public static void Quiet() { }
            public static void Files() { }
        }
        """;

    public TestFolder Folder { get; } = new();

    internal Run Default { get; private set; } = null!;

    internal Run Strict { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Write();
        Default = await Run.InAsync(Folder.Root, "check", "--format", "json");
        Strict = await Run.InAsync(Folder["src"], "check", "../All.slnx", "--format", "json", "--profile", "strict,hipaa", "--fail-on", "never", "--no-restore");
    }

    public Task DisposeAsync()
    {
        Folder.Dispose();
        return Task.CompletedTask;
    }

    private void Write()
    {
        Directory.CreateDirectory(Folder[".git"]);
        Folder.Write("All.slnx", """
            <Solution>
              <Project Path="src/App/App.csproj" />
              <Project Path="src/Muted/Muted.csproj" />
              <Project Path="src/Multi/Multi.csproj" />
            </Solution>
            """);
        Folder.Write("src/cdk.json", "flags");
        Folder.Write("src/Lib/Api.cs", Api);
        // Not in the solution: it is loaded, because App needs it, and not reported.
        Folder.Write("src/Lib/NotListed.cs", "class NotListed { void M() => Api.Danger(); }");
        Folder.WriteProject("src/Lib/Lib.csproj");
        WriteAssembly("src/App/libs/Amazon.CDK.Lib.dll");
        Folder.WriteProject("src/App/App.csproj", """
            <PropertyGroup><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
            <ItemGroup>
              <ProjectReference Include="../Lib/Lib.csproj" />
              <Reference Include="libs/Amazon.CDK.Lib.dll" />
              <AdditionalFiles Include="appsettings.json" />
              <Compile Include="../Shared/Shared.cs" />
            </ItemGroup>
            """);
        Folder.Write("src/App/appsettings.json", "base");
        Folder.Write("src/App/appsettings.Test.json", "test");
        Folder.Write("src/App/Code.cs", """
            using System.Diagnostics.CodeAnalysis;

            class Code
            {
                void M()
                {
                    Api.Danger("Subject");
                    Api.Unfixable();
                    Api.Quiet();
                    Api.Files();
            #pragma warning disable SKY7001
                    Api.Danger();
            #pragma warning restore SKY7001
                }

                [SuppressMessage("Security", "SKY7001")]
                void N() => Api.Danger();
            }
            """);
        Folder.Write("src/App/Code.g.cs", "class Generated { void M() => Api.Danger(); }");
        Folder.Write("src/App/Loud/Loud.cs", "class Loud { void M() { Api.Danger(); Api.Quiet(); } }");
        Folder.Write("src/App/Loud/.editorconfig", "[*.cs]\ndotnet_diagnostic.SKY7001.severity = error\ndotnet_diagnostic.SKY7003.severity = suggestion\n");
        Folder.Write("src/App/Calm/Calm.cs", "class Calm { void M() { Api.Danger(); Api.Unfixable(); Api.Quiet(); } }");
        Folder.Write("src/App/Calm/.editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.category-Security.severity = none\ndotnet_diagnostic.SKY7002.severity = silent\n");
        Folder.WriteProject("src/Muted/Muted.csproj", """
            <PropertyGroup><NoWarn>$(NoWarn);SKY7001;SKY7003</NoWarn></PropertyGroup>
            <ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>
            """);
        Folder.Write("src/Muted/Muted.cs", "class Muted { void M() { Api.Danger(); Api.Unfixable(); Api.Quiet(); } }");
        Folder.Write("src/Shared/Shared.cs", "class Shared { void M() => Api.Danger(); }");
        // The reference assemblies of the SDK stand in for those of .NET 9, which would have to be downloaded.
        Folder.WriteProject("src/Multi/Multi.csproj", """
            <PropertyGroup><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences></PropertyGroup>
            <ItemGroup>
              <Reference Include="$(NetCoreTargetingPackRoot)/Microsoft.NETCore.App.Ref/*/ref/net10.0/*.dll" />
              <Compile Include="../Shared/Shared.cs;../Lib/Api.cs" />
            </ItemGroup>
            """, "<TargetFrameworks>net9.0;net10.0</TargetFrameworks>");
        Folder.Write("src/Multi/Old.cs", "#if NET9_0\nclass Old { void M() => Api.Danger(); }\n#endif\n");
    }

    private void WriteAssembly(string path)
    {
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText("public class Construct { }")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        Folder.WriteBytes(path, stream.ToArray());
    }
}
