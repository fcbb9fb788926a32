namespace Skylint.Observability.Generator;

/// <summary>What is observed about a method, wherever the generated method stands.</summary>
/// <param name="Identifier">Names the operation and the tags among the others of the type.</param>
/// <param name="OperationName">The name of the operation in all signals.</param>
/// <param name="Kind">The span kind, as the member of <c>ActivityKind</c>.</param>
/// <param name="SuccessLevel">The level of the record of a successful call, as the member of <c>LogLevel</c>.</param>
/// <param name="EventId">The event identifier; 0 for none.</param>
/// <param name="EventName">The event name; null for none.</param>
/// <param name="Template">The message template; null for none.</param>
/// <param name="TemplateParts">The template in pieces.</param>
/// <param name="Fields">The arguments that are recorded, those on the span first.</param>
/// <param name="Shape">How the call ends.</param>
/// <param name="ReturnType">The return type, without a reference's modifier.</param>
/// <param name="Attributes">Attributes that the structure of the tags needs; usually empty.</param>
/// <param name="IsSplit">Whether what observes stands in a method of its own, so that a call that nobody observes needs no room for it.</param>
/// <param name="CancellationParameter">The escaped name of the token; null when there is none.</param>
internal sealed record CallModel(
    string Identifier,
    string OperationName,
    string Kind,
    string SuccessLevel,
    int EventId,
    string? EventName,
    string? Template,
    EquatableArray<TemplatePart> TemplateParts,
    EquatableArray<FieldModel> Fields,
    ReturnShape Shape,
    string ReturnType,
    string Attributes,
    bool IsSplit,
    string? CancellationParameter);
