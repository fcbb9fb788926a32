using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Skylint.Catalog;

namespace Skylint.Cli.Analysis;

/// <summary>One place that a rule reports.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How loud it is here, after configuration: error, warning or info.</param>
/// <param name="Message">What is wrong here and what to do.</param>
/// <param name="Path">The absolute path of the file.</param>
/// <param name="Span">Where in the file; lines and columns count from zero.</param>
/// <param name="SourceLine">The line where it begins; what stands in quotes on it is left out where the line holds a secret.</param>
/// <param name="ConstructId">The id of the CDK construct, where one is concerned and the code states it.</param>
internal sealed record Finding(Rule Rule, DiagnosticSeverity Severity, string Message, string Path, LinePositionSpan Span, string SourceLine, string? ConstructId)
{
    /// <summary>True when the source must not be shown: a secret stands on the line.</summary>
    public bool HidesSource { get; init; }

    /// <summary>The line, counted from one.</summary>
    public int Line => Span.Start.Line + 1;

    /// <summary>The column, counted from one.</summary>
    public int Column => Span.Start.Character + 1;

    /// <summary>The order of reports: file, place, rule.</summary>
    public static IComparer<Finding> Order { get; } = Comparer<Finding>.Create((a, b) =>
        string.CompareOrdinal(a.Path, b.Path) is not 0 and var path ? path
        : a.Span.Start.CompareTo(b.Span.Start) is not 0 and var start ? start
        : a.Span.End.CompareTo(b.Span.End) is not 0 and var end ? end
        : string.CompareOrdinal(a.Rule.Id, b.Rule.Id) is not 0 and var rule ? rule
        : string.CompareOrdinal(a.Message, b.Message));

    /// <summary>What makes two reports the same finding: a file can be part of several projects and target frameworks.</summary>
    public (string Rule, string Path, LinePositionSpan Span, string Message) Identity => (Rule.Id, Path, Span, Message);
}
