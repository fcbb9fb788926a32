using System.Diagnostics;

namespace Cases.CommandLineFromText;

public static class Bad
{
    public static void Clone(string address, string folder)
    {
        var start = new ProcessStartInfo("git")
        {
            Arguments = $"clone --depth 1 {address} \"{folder}\"",
            UseShellExecute = false,
        };
        Process.Start(start);
    }
}
