namespace Skylint.Observability.Generator;

/// <summary>The compilation, as far as generated code depends on it.</summary>
/// <param name="AssemblyName">The assembly's name.</param>
/// <param name="Facts">What it references.</param>
/// <param name="LanguageVersion">The C# version, as 703 for 7.3.</param>
internal sealed record CompilationModel(string AssemblyName, Facts Facts, int LanguageVersion);
