using System.Text;
using Skylint.Cli.Tests.Support;

namespace Skylint.Cli.Tests;

public sealed class FixTests : IDisposable
{
    private const string Api = "public static class Api { public static void Danger(int x = 0) { } public static void Safe(int x = 0) { } public static void Unfixable() { } }\n";

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Fixes_what_compiles_and_keeps_encoding_and_line_ends()
    {
        _folder.Write("Shared.cs", "class Shared\n{\n    void M()\n    {\n        Api.Danger();\n        Api.Danger(1);\n    }\n}\n");
        _folder.WriteProject("A/A.csproj", "<ItemGroup><Compile Include=\"../Shared.cs\" /></ItemGroup>");
        _folder.Write("A/Api.cs", Api);
        _folder.Write("A/Refused.cs", "class Refused { void M() { Api.Unfixable(); Api.Danger(2); } }");
        byte[] windows = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("// \u00e4\r\nclass W\r\n{\r\n    void M() => Api.Danger(3);\r\n}")];
        _folder.WriteBytes("A/Windows.cs", windows);
        byte[] wide = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("class Wide { void M() => Api.Danger(4); }\n")];
        _folder.WriteBytes("A/Wide.cs", wide);
        _folder.WriteProject("B/B.csproj", "<ItemGroup><Compile Include=\"../Shared.cs;../A/Api.cs\" /></ItemGroup>");

        var dry = await Run.InAsync(_folder.Root, "fix", "--dry-run", "--rule", "dangercalled");
        Assert.Equal(0, dry.ExitCode);
        Assert.Contains(
            """
            --- a/Shared.cs
            +++ b/Shared.cs
            @@ -2,7 +2,9 @@
             {
                 void M()
                 {
            -        Api.Danger();
            -        Api.Danger(1);
            +        Api.Safe(
            +            );
            +        Api.Safe(
            +            1);
                 }
             }

            """, dry.Out, StringComparison.Ordinal);
        Assert.Contains("5 findings would be fixed in 4 files, 0 would be left. Nothing was written.", dry.Error, StringComparison.Ordinal);
        Assert.Equal(windows, File.ReadAllBytes(_folder["A/Windows.cs"]));

        var run = await Run.InAsync(_folder.Root, "fix");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("5 findings fixed in 4 files, 1 left.", run.Out, StringComparison.Ordinal);
        Assert.Contains("skylint: The fix of SKY7002 at A/Refused.cs:1:28 would not compile (CS0117: 'Api' does not contain a definition for 'Missing') and was left out.", run.Error, StringComparison.Ordinal);
        Assert.Equal("class Shared\n{\n    void M()\n    {\n        Api.Safe(\n            );\n        Api.Safe(\n            1);\n    }\n}\n", _folder.Read("Shared.cs"));
        Assert.Equal("class Refused { void M() { Api.Unfixable(); Api.Safe(\n            2); } }".ReplaceLineEndings(), _folder.Read("A/Refused.cs"));
        Assert.Equal(
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("// \u00e4\r\nclass W\r\n{\r\n    void M() => Api.Safe(\r\n            3);\r\n}")],
            File.ReadAllBytes(_folder["A/Windows.cs"]));
        Assert.Equal(
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("class Wide { void M() => Api.Safe(\n            4); }\n")],
            File.ReadAllBytes(_folder["A/Wide.cs"]));
    }

    public void Dispose() => _folder.Dispose();
}
