using Microsoft.CodeAnalysis.Diagnostics;
using Skylint.Tests.Support;

namespace Skylint.Tests.Text;

/// <summary>What an analyzer asks the compiler's driver for.</summary>
internal static class Registrations
{
    /// <summary>The number of actions that the analyzer has for what stands in the code.</summary>
    public static async Task<int> Count(DiagnosticAnalyzer analyzer, string source, Refs refs)
    {
        var run = Verify.Compile(source, refs).WithAnalyzers([analyzer]);
        await run.GetAnalyzerDiagnosticsAsync();
        var info = await run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
        return info.OperationActionsCount + info.OperationBlockActionsCount + info.OperationBlockStartActionsCount + info.SemanticModelActionsCount + info.SyntaxNodeActionsCount
            + info.SyntaxTreeActionsCount + info.SymbolActionsCount + info.SymbolStartActionsCount + info.CodeBlockActionsCount + info.CodeBlockStartActionsCount + info.CompilationEndActionsCount;
    }
}
