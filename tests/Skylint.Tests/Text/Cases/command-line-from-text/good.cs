using System.Diagnostics;

namespace Cases.CommandLineFromText;

public static class Good
{
    public static void Clone(string address, string folder)
    {
        var start = new ProcessStartInfo("git")
        {
            ArgumentList = { "clone", "--depth", "1", address, folder },
            UseShellExecute = false,
        };
        Process.Start(start);
    }
}
