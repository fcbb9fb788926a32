using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Skylint.Cli.Loading;

/// <summary>A run of <c>dotnet</c>, and what it wrote.</summary>
/// <param name="Succeeded">Whether the exit code was 0.</param>
/// <param name="Output">Both streams, in English.</param>
internal sealed partial record DotnetCommand(bool Succeeded, string Output)
{
    public static async Task<DotnetCommand> RunAsync(IReadOnlyList<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            try
            {
                await process.WaitForExitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            return new DotnetCommand(process.ExitCode == 0, await output + "\n" + await errors);
        }
        catch (Win32Exception e)
        {
            return new DotnetCommand(false, $"'dotnet' does not start ({e.Message})");
        }
    }

    /// <summary>The first error of an output, or its first line where none is marked as such.</summary>
    public static string Reason(string output) =>
        (ErrorLine().Match(output) is { Success: true } any ? any.Groups["error"].Value : output.Trim().Split('\n')[0]).Trim();

    // "path : error NU1101: text [path of the solution]"; a position may follow the path.
    [GeneratedRegex("""^\s*(?<path>[^\r\n]+?)(?:\([\d,]+\))?\s*:\s*error\s+(?<error>\w+\s*:[^\r\n]*?)(?:\s*\[[^\]\r\n]*\])?\s*$""", RegexOptions.Multiline)]
    public static partial Regex ErrorLine();
}
