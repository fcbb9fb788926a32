namespace Skylint.Observability.Generator;

/// <summary>The names of the pipeline's steps, for the tests that hold it to its promise of doing nothing twice.</summary>
internal static class Steps
{
    public const string Compilation = "CompilationFacts";
    public const string Settings = "Settings";
    public const string Interfaces = "Interfaces";
    public const string Methods = "Methods";
    public const string FileNames = "FileNames";
    public const string Handlers = "Handlers";
}
