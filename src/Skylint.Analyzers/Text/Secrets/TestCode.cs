using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skylint.Text.Secrets;

/// <summary>Tells test code from the code that it tests: secrets of tests open nothing.</summary>
internal static class TestCode
{
    private static readonly HashSet<string> s_assemblies = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core", "xunit.assert", "xunit.v3.core", "xunit.v3.assert", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "Microsoft.VisualStudio.QualityTools.UnitTestFramework", "TUnit.Core",
    };

    private static readonly string[] s_namespaces = ["Xunit", "NUnit.Framework", "Microsoft.VisualStudio.TestTools.UnitTesting", "TUnit"];

    /// <summary>True when the compilation references a test framework.</summary>
    public static bool IsProject(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(name => s_assemblies.Contains(name.Name));

    /// <summary>True when the file uses a test framework, whatever the project references.</summary>
    public static bool IsFile(SyntaxTree tree, CancellationToken cancellationToken) =>
        tree.GetRoot(cancellationToken) is CompilationUnitSyntax unit
        && unit.Usings.Concat(unit.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(n => n.Usings)).Any(IsTestFramework);

    private static bool IsTestFramework(UsingDirectiveSyntax directive)
    {
        var name = directive.Name?.ToString();
        return name is not null && s_namespaces.Any(n => name == n || (name.StartsWith(n, StringComparison.Ordinal) && name[n.Length] == '.'));
    }
}
