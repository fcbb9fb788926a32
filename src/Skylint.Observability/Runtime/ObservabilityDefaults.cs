using System.ComponentModel;

namespace Skylint.Observability;

/// <summary>What assemblies declare about the process. Called by generated code when an assembly is loaded.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ObservabilityDefaults
{
    /// <summary>Declares the name of the service. The program's declaration wins over a library's, and the first library's over later ones.</summary>
    /// <param name="service">The name of the service.</param>
    /// <param name="isProgram">Whether the declaring assembly is a program.</param>
    public static void DeclareService(string service, bool isProgram) => ObservabilityRuntime.DeclareService(service, isProgram);
}
