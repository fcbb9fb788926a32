using System.Reflection;

namespace Skylint.Observability.Tests.Support;

/// <summary>Where things are on this machine, as the build recorded it.</summary>
public static class Repository
{
    public static string PackageRoot { get; } = Metadata("NuGetPackageRoot");

    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
