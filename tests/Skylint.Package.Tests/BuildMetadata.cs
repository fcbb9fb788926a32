using System.Reflection;

namespace Skylint.Package.Tests;

/// <summary>Where things are on this machine, as the build recorded it.</summary>
internal static class BuildMetadata
{
    public static string PackageRoot { get; } = Value("NuGetPackageRoot");

    public static string RepositoryRoot { get; } = Value("RepositoryRoot");

    public static string Configuration { get; } = Value("Configuration");

    private static string Value(string key) =>
        typeof(BuildMetadata).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
