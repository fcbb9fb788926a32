using Microsoft.CodeAnalysis;

namespace Skylint.CodeFixes.Editing;

/// <summary>A fix is offered only if its result compiles; where the code did not compile before, if it is no worse.</summary>
internal static class Compiles
{
    public static async Task<bool> AfterAsync(Document changed, SemanticModel before, CancellationToken cancellationToken)
    {
        if (await changed.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } after)
            return false;
        var errors = after.GetDiagnostics(cancellationToken: cancellationToken).Count(IsError);
        return errors == 0 || errors <= before.GetDiagnostics(cancellationToken: cancellationToken).Count(IsError);

        static bool IsError(Diagnostic d) => d.Severity == DiagnosticSeverity.Error;
    }
}
