using Microsoft.CodeAnalysis;
using Skylint.Tests.Support;
using Skylint.Text.Injection;
using Xunit;

namespace Skylint.Tests.Text;

/// <summary>Command lines and policies that are built from text.</summary>
public sealed class InjectionTests
{
    private const string CommandLine = "SKY3008";
    private const string Policy = "SKY3009";

    private static string Source(string statements) => $$"""
        using System.Diagnostics;
        using Amazon.Lambda.APIGatewayEvents;
        using Amazon.Lambda.Core;
        using Amazon.SecurityToken.Model;
        public sealed class Tools
        {
            private readonly string _tool = "/usr/bin/convert";
            public string Setting { get; set; } = "";
            private static string Quoted(string text) => "\"" + text + "\"";
            public void Run(APIGatewayProxyRequest request, ILambdaContext context, string role) { var input = request.PathParameters["id"]; {{statements}} }
        }
        """;

    [Theory]
    [InlineData("Process.Start(\"git\", [|\"clone \" + input|]);")]
    [InlineData("Process.Start(\"git\", [|$\"clone \\\"{input}\\\"\"|]);")]
    [InlineData("Process.Start([|input|]);")]
    [InlineData("Process.Start(new ProcessStartInfo([|request.Body|]) { UseShellExecute = true });")]
    [InlineData("var start = new ProcessStartInfo(\"git\"); start.Arguments = [|string.Format(\"clone {0}\", input)|];")]
    [InlineData("using var process = new Process { StartInfo = new ProcessStartInfo { FileName = \"git\", Arguments = [|input|] } };")]
    [InlineData("using var process = new Process(); process.StartInfo.FileName = [|\"/opt/\" + input|];")]
    [InlineData("Process.Start(\"/bin/sh\", [|\"-c 'ls \" + input + \"'\"|]);")]
    public Task What_a_request_says_is_reported(string statements) => Verify.Analyzer(CommandLine, Source(statements), TextRefs.Setup);

    [Theory]
    [InlineData("Process.Start(\"git\", new[] { \"clone\", input });")]
    [InlineData("var start = new ProcessStartInfo(\"git\"); start.ArgumentList.Add(input);")]
    [InlineData("if (input is not (\"a\" or \"b\")) return; Process.Start(\"git\", \"clone \" + input);")]
    [InlineData("Process.Start(\"git\", \"log -n \" + int.Parse(input));")]
    [InlineData("Process.Start(_tool, \"-v\");")]
    [InlineData("var other = new Other { Arguments = \"a \" + input, FileName = input }; } private sealed class Other { public string Arguments = \"\"; public string FileName = \"\";")]
    public Task What_is_kept_apart_is_silent(string statements) => Verify.Silent(CommandLine, Source(statements.Contains("input") ? statements : statements + " _ = input;"), TextRefs.Setup);

    // Where no request is seen: a value between the words of a command line is advice, a whole one is its caller's.
    [Theory]
    [InlineData("public void M(string path) => Process.Start(\"tar\", [|$\"-xf {path} -C /tmp\"|]);", DiagnosticSeverity.Info)]
    [InlineData("public void M(string path) => Process.Start(\"tar\", $\"-xf \\\"{path}\\\" -C /tmp\");", null)]
    [InlineData("public void M(string arguments) => Process.Start(\"tar\", arguments);", null)]
    [InlineData("public void M(string extraOptions) => Process.Start(\"tar\", \"-x \" + extraOptions);", null)]
    [InlineData("public void M(string command) => Process.Start(\"/bin/sh\", $\"-c \\\"{command}\\\"\");", null)]
    [InlineData("public void M(string program) => Process.Start(program, \"--version\");", null)]
    [InlineData("public void M(int size) => Process.Start(\"tool\", $\"--size {size}\");", null)]
    [InlineData("public string Path { get; set; } = \"\"; public void M() => Process.Start(\"tool\", $\"--in {Path}\");", null)]
    [InlineData("public static void Main(string[] inputs) => Process.Start(\"tool\", \"--in \" + [|inputs[0]|]);", DiagnosticSeverity.Info)]
    public async Task What_a_caller_says_is_advice(string member, DiagnosticSeverity? severity)
    {
        var source = "using System.Diagnostics; public class Tool { " + member.Replace("[|", "").Replace("|]", "") + " }";
        var found = await Verify.Diagnostics(source, TextRefs.Setup, [CommandLine]);
        Assert.Equal(severity is null ? [] : [severity.Value], found.Select(d => d.Severity == DiagnosticSeverity.Warning && d.Properties["origin"] == "unknown" ? DiagnosticSeverity.Info : d.Severity));
        Assert.Empty(await Verify.Diagnostics(source, TextRefs.Setup.WithConfig("skylint.SKY3008.unknown", "none"), [CommandLine]));
    }

    [Theory]
    [InlineData("Process.Start(\"git\", $\"clone {name} {path}\");", "Process.Start(\"git\", [\"clone\", name, path]);")]
    [InlineData("Process.Start(\"git\", \"clone \" + name + \" --depth=\" + size);", "Process.Start(\"git\", [\"clone\", name, $\"--depth={size}\"]);")]
    [InlineData("Process.Start(new ProcessStartInfo(\"git\", $\"-C \\\"{path}\\\" show {name}:a.txt\"));", "Process.Start(new ProcessStartInfo(\"git\", [\"-C\", path, \"show\", $\"{name}:a.txt\"]));")]
    [InlineData("_ = new ProcessStartInfo { FileName = \"git\", Arguments = $\"clone {name}\" };", "_ = new ProcessStartInfo { FileName = \"git\", ArgumentList = { \"clone\", name } };")]
    [InlineData("var start = new ProcessStartInfo(\"git\"); start.Arguments = \"clone \" + name;", "var start = new ProcessStartInfo(\"git\"); start.ArgumentList.Add(\"clone\");\n        start.ArgumentList.Add(name);")]
    public Task The_fix_makes_a_list(string before, string after) => Verify.Fix(CommandLine, Fixable(before), Fixable(after), TextRefs.Setup);

    // A shell reads its argument once more; several arguments in one value, escapes, and a text that is made elsewhere do not show where an argument ends.
    [Theory]
    [InlineData("Process.Start(\"cmd.exe\", \"/c dir \" + name);")]
    [InlineData("Process.Start(\"/bin/bash\", $\"-c \\\"ls {path}/{name}\\\" {name}\");")]
    [InlineData("Process.Start(\"git\", $\"clone {options} {name}\");")]
    [InlineData("Process.Start(\"git\", $\"add {string.Join(\" \", paths)} {name}\");")]
    [InlineData("Process.Start(\"git\", \"commit -m \\\\\\\"x\\\\\\\" \" + name);")]
    [InlineData("var line = \"clone \"; if (size > 1) line += name; Process.Start(\"git\", line);")]
    [InlineData("var start = new ProcessStartInfo(\"git\"); start.Arguments = \"clone \" + name; start.Arguments += \" x\";")]
    public Task Nothing_is_offered_where_arguments_cannot_be_told_apart(string statements) => Verify.NoFix(CommandLine, Fixable(statements), TextRefs.Setup);

    private static string Fixable(string statements) => $$"""
        using System.Diagnostics;
        public sealed class Tools
        {
            public void Run(string name, string path, string[] paths, int size, string options)
            {
                {{statements}}
            }
        }
        """;

    [Theory]
    [InlineData("_ = new AssumeRoleRequest { Policy = [|$\"{{{{\\\"Resource\\\": \\\"{input}\\\"}}}}\"|] };")]
    [InlineData("var assume = new AssumeRoleRequest(); assume.Policy = [|request.Body|];")]
    [InlineData("_ = new AssumeRoleRequest { Policy = [|\"{ id }\".Replace(\"id\", request.QueryStringParameters[\"id\"])|] };")]
    public Task A_policy_from_a_request_is_reported(string statements) => Verify.Analyzer(Policy, Source(statements), TextRefs.Setup);

    [Theory]
    [InlineData("_ = new AssumeRoleRequest { Policy = \"{\" + Setting + \"}\" }; _ = input;")]
    [InlineData("_ = new AssumeRoleRequest { RoleArn = input, RoleSessionName = input };")]
    [InlineData("if (!Guid.TryParse(input, out var id)) return; _ = new AssumeRoleRequest { Policy = \"{\" + id + \"}\" };")]
    public Task A_policy_from_the_program_is_silent(string statements) => Verify.Silent(Policy, Source(statements), TextRefs.Setup);

    [Fact]
    public async Task Nothing_is_registered_without_programs_and_services()
    {
        Assert.Equal(0, await Registrations.Count(new InjectionAnalyzer(), "public class C { }", Refs.Net));
        Assert.True(await Registrations.Count(new InjectionAnalyzer(), "public class C { void M() { System.Diagnostics.Process.Start(\"a\"); } }", Refs.Net) > 0);
        Assert.True(await Registrations.Count(new InjectionAnalyzer(), "public class C { }", Refs.Sdk4) > 0);
    }
}
