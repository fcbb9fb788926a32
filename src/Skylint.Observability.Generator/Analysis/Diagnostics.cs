using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Skylint.Observability.Generator;

/// <summary>The generator's own diagnostics. The generator reports none of them: an analyzer does, so that a change of a location never makes the generator run again.</summary>
internal static class Diagnostics
{
    public static readonly DiagnosticDescriptor UnsupportedShape = Error("SKY9001", "The generator cannot observe this",
        "'{0}' cannot be observed: {1}",
        "The generator writes nothing for a shape that it could not observe correctly, so that a wrong measurement is never mistaken for a right one.");

    public static readonly DiagnosticDescriptor CoreMissing = Error("SKY9002", "An observed partial method has no Core method",
        "'{0}' has no method '{0}Core' with the same parameters and return type to call; write the work there",
        "The generated part of an observed partial method observes a call of the method of the same name with 'Core' at its end.");

    public static readonly DiagnosticDescriptor NotPartial = Error("SKY9003", "An observed method is not partial",
        "'{0}' is observed, but {1} not partial; the generator cannot write the other part",
        "A generator only adds code: it can write a partial method's body, in a type whose declarations are all partial.");

    public static readonly DiagnosticDescriptor UnboundedMetricTag = Error("SKY9004", "A metric tag has no bounded set of values",
        "'{0}' is a metric tag, and {1} takes any number of values; name them in Values, bound them with MaxValues, or leave the tag off the metric",
        "Each distinct value of a metric tag is a time series of its own, which is stored and paid for. An identifier as a metric tag can cost more than the service that it measures.");

    public static readonly DiagnosticDescriptor SensitiveEmitted = Error("SKY9005", "A sensitive argument is emitted",
        "'{0}' is sensitive, and {1}; take one of the two away",
        "What is marked as sensitive must not reach traces, metrics or logs, where it is kept, copied and read by many.");

    public static readonly DiagnosticDescriptor UnknownHole = Error("SKY9006", "A message template is wrong",
        "The message template of '{0}' {1}",
        "Each hole of a template takes the value of the parameter with its name.");

    public static readonly DiagnosticDescriptor TagConflict = Warning("SKY9007", "Tags are in each other's way",
        "The tags of '{0}' {1}",
        "Two tags of one name overwrite each other, and a metric with more than eight tags allocates at every call.");

    public static readonly DiagnosticDescriptor NoLogger = Info("SKY9008", "An observed method has no logger in reach",
        "'{0}' is traced and measured but not logged: its type has no {1} of the type ILogger",
        "The generated part of a partial method logs with a field, property or parameter of the type ILogger; without one, a failure leaves no record.");

    public static readonly DiagnosticDescriptor PersonalData = Warning("SKY9009", "A tag looks like personal data",
        "'{0}' looks like personal data or a credential and becomes a tag; mark it as [Sensitive], or rename it if it is none",
        "Tags and log fields are kept for long and read by many; personal data and credentials do not belong there.");

    public static readonly DiagnosticDescriptor RatioOutOfRange = Error("SKY9010", "A ratio is out of range",
        "SuccessLogRatio is {0}; it must lie between 0 and 1",
        "The ratio is the share of traces whose successful calls are logged: 0 is none, 1 is all.");

    public static readonly DiagnosticDescriptor RegisteredUndecorated = Warning("SKY9011", "An observed interface is registered without its decorator",
        "'{0}' is observed, but this registration hands out '{1}' itself; register it with '{2}'",
        "Calls through the registered service bypass the decorator, so they leave no span, no metric and no log record.");

    public static readonly ImmutableArray<DiagnosticDescriptor> All = ImmutableArray.Create(
        UnsupportedShape, CoreMissing, NotPartial, UnboundedMetricTag, SensitiveEmitted, UnknownHole, TagConflict, NoLogger, PersonalData, RatioOutOfRange, RegisteredUndecorated);

    private static DiagnosticDescriptor Error(string id, string title, string message, string why) => Create(id, title, message, why, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message, string why) => Create(id, title, message, why, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message, string why) => Create(id, title, message, why, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, string why, DiagnosticSeverity severity) =>
        new(id, title, message, "Operations", severity, isEnabledByDefault: true, why, $"https://github.com/skylint/skylint/blob/main/docs/guide/observability.md#{id.ToLowerInvariant()}");
}
