namespace Skylint.Observability.Generator;

/// <summary>What is particular to a Lambda handler.</summary>
/// <param name="Event">The kind of its event.</param>
/// <param name="EventParameter">The escaped name of the event's parameter; null when it has none.</param>
/// <param name="ContextParameter">The escaped name of the context's parameter; null when it has none.</param>
internal sealed record LambdaModel(LambdaEvent Event, string? EventParameter, string? ContextParameter);
