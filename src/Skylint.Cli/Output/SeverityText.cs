using Microsoft.CodeAnalysis;
using Skylint.Catalog;

namespace Skylint.Cli.Output;

/// <summary>Severities and levels as they are written in reports.</summary>
internal static class SeverityText
{
    public static string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };

    public static string Of(Level level) => level switch
    {
        Level.Warning => "warning",
        Level.Info => "info",
        _ => "off",
    };

    /// <summary>The SARIF level, which calls a suggestion a note.</summary>
    public static string Sarif(DiagnosticSeverity severity) => severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning ? Of(severity) : "note";

    /// <summary>The colour on a terminal.</summary>
    public static string Color(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "red",
        DiagnosticSeverity.Warning => "yellow",
        _ => "blue",
    };
}
