using Microsoft.CodeAnalysis;

namespace Skylint.Observability;

/// <summary>Tells tests from services: what a test logs, sends and measures nobody has to operate.</summary>
internal static class TestCode
{
    public static bool IsTestProject(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(a => a.Name is "xunit.core" or "xunit.v3.core" or "nunit.framework" or "Microsoft.VisualStudio.TestPlatform.TestFramework" or "MSTest.TestFramework" or "BenchmarkDotNet");
}
