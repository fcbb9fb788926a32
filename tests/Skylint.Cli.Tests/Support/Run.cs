using System.Text.Json;

namespace Skylint.Cli.Tests.Support;

/// <summary>What a command printed and returned.</summary>
internal sealed record Run(int ExitCode, string Out, string Error)
{
    public static Toolbox FakeTools { get; } = new(FakeRules.All, [new FakeAnalyzer()], [new FakeFix()]);

    /// <summary>Runs the command line in this process, in a folder, with the fake rules.</summary>
    public static async Task<Run> InAsync(string folder, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await Commands.SkylintCommand.RunAsync(args, new Host(output, error, folder, FakeTools));
        return new Run(exitCode, output.ToString(), error.ToString());
    }

    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public IReadOnlyList<string> Lines => Out.Split('\n');

    /// <summary>The findings of a JSON report, a line each: path, place, level, identifier, message.</summary>
    public IEnumerable<string> Findings => Json.GetProperty("findings").EnumerateArray().Select(f =>
        $"{f.GetProperty("path").GetString()}:{f.GetProperty("line").GetInt32()}:{f.GetProperty("column").GetInt32()} {f.GetProperty("level").GetString()} {f.GetProperty("id").GetString()} {f.GetProperty("message").GetString()}");
}
