using Skylint.Cli.Loading;
using Skylint.Cli.Tests.Support;

namespace Skylint.Cli.Tests;

public sealed class LoadingTests : IDisposable
{
    private static readonly DateTime s_start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TestFolder _folder = new();

    [Fact]
    public void A_project_is_restored_when_what_it_is_made_from_is_newer()
    {
        _folder.WriteProject("src/P/P.csproj");
        Assert.True(Restorer.NeedsRestore(_folder["src/P/P.csproj"]));
        _folder.Write("src/P/obj/project.assets.json", "{}");
        foreach (var file in Directory.EnumerateFiles(_folder.Root, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, s_start);
        File.SetLastWriteTimeUtc(_folder["src/P/obj/project.assets.json"], s_start.AddHours(1));
        Assert.False(Restorer.NeedsRestore(_folder["src/P/P.csproj"]));
        _folder.Write("Directory.Packages.props", "<Project />");
        File.SetLastWriteTimeUtc(_folder["Directory.Packages.props"], s_start.AddHours(2));
        Assert.True(Restorer.NeedsRestore(_folder["src/P/P.csproj"]));
    }

    [Fact]
    public void A_project_of_the_old_format_is_not_restored()
    {
        _folder.Write("Old.csproj", "<Project ToolsVersion=\"15.0\"><Import Project=\"Microsoft.CSharp.targets\" /></Project>");
        Assert.False(Restorer.NeedsRestore(_folder["Old.csproj"]));
    }

    [Fact]
    public void The_nearest_cdk_json_inside_the_repository_counts()
    {
        _folder.Write("cdk.json", "outside");
        _folder.Write("repo/.git", "gitdir: elsewhere");
        _folder.Write("repo/src/Infra/Infra.csproj", "");
        Assert.Null(ExtraFiles.CdkJson(_folder["repo/src/Infra"]));
        _folder.Write("repo/cdk.json", "root");
        Assert.Equal(_folder["repo/cdk.json"], ExtraFiles.CdkJson(_folder["repo/src/Infra"]));
        _folder.Write("repo/src/cdk.json", "nearer");
        Assert.Equal(_folder["repo/src/cdk.json"], ExtraFiles.CdkJson(_folder["repo/src/Infra"]));
    }

    [Fact]
    public async Task A_folder_stands_for_its_only_solution_and_else_for_all_projects_below()
    {
        _folder.WriteProject("a/A.csproj");
        _folder.WriteProject("b/B.csproj");
        _folder.Write("One.slnx", "<Solution><Project Path=\"a/A.csproj\" /><Project Path=\"c/C.fsproj\" /></Solution>");
        var one = await CheckTarget.FindAsync(".", _folder.Root, default);
        Assert.Equal((_folder["One.slnx"], _folder["a/A.csproj"]), (one.Solution, Assert.Single(one.Projects)));
        _folder.Write("Two.slnx", "<Solution />");
        var all = await CheckTarget.FindAsync(".", _folder.Root, default);
        Assert.Null(all.Solution);
        Assert.Equal([_folder["a/A.csproj"], _folder["b/B.csproj"]], all.Projects);
    }

    public void Dispose() => _folder.Dispose();
}
