namespace Skylint.Observability.Generator;

/// <summary>A member of an observed interface that the decorator implements.</summary>
/// <param name="Attributes">Attributes that stand before it; usually empty.</param>
/// <param name="Header">Everything before the body, explicit interface included.</param>
/// <param name="Constraints">What an explicit implementation must repeat, such as <c> where T : class</c>; usually empty.</param>
/// <param name="InnerCall">The expression that calls the inner object.</param>
/// <param name="Accessors">The accessors of a property, indexer or event, ready to write; null for a method.</param>
/// <param name="ReturnsReadOnlyReference">Whether a reference that is returned is read-only.</param>
/// <param name="ReturnsNothing">Whether a method returns nothing.</param>
/// <param name="Parameters">The parameters of a method.</param>
/// <param name="Call">What is observed; null for a member that is passed on.</param>
internal sealed record MemberModel(
    string Attributes,
    string Header,
    string Constraints,
    string InnerCall,
    EquatableArray<string>? Accessors,
    bool ReturnsReadOnlyReference,
    bool ReturnsNothing,
    EquatableArray<ParameterModel> Parameters,
    CallModel? Call);
