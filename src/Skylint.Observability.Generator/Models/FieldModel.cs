namespace Skylint.Observability.Generator;

/// <summary>An argument that is recorded.</summary>
/// <param name="Key">The name of the tag or field.</param>
/// <param name="Parameter">The name of the parameter, unescaped.</param>
/// <param name="Type">The type that holds it until it is recorded.</param>
/// <param name="Kind">How it becomes a tag value.</param>
/// <param name="IsString">Whether it is a string.</param>
/// <param name="IsNullableValue">Whether it is a <c>Nullable&lt;T&gt;</c>.</param>
/// <param name="OnSpan">Whether it is on the span; otherwise only in the log record.</param>
/// <param name="OnMetric">Whether it is on the metric.</param>
/// <param name="Values">The values that the metric tells apart.</param>
/// <param name="MaxValues">How many values the metric tells apart; 0 when that is not what bounds them.</param>
/// <param name="EnumType">The enum's type, fully qualified; null for others.</param>
/// <param name="EnumMembers">The enum's members, one for each value.</param>
internal sealed record FieldModel(
    string Key,
    string Parameter,
    string Type,
    TagKind Kind,
    bool IsString,
    bool IsNullableValue,
    bool OnSpan,
    bool OnMetric,
    EquatableArray<string> Values,
    int MaxValues,
    string? EnumType,
    EquatableArray<EnumMember> EnumMembers);
