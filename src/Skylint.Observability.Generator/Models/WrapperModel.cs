namespace Skylint.Observability.Generator;

/// <summary>An observed partial method.</summary>
/// <param name="Container">The types around it.</param>
/// <param name="Header">Everything before the body.</param>
/// <param name="Constraints">The constraints of its type parameters.</param>
/// <param name="InnerCall">The call of the Core method.</param>
/// <param name="Logger">The expression that yields the logger; null when there is none.</param>
/// <param name="IsStatic">Whether it is static.</param>
/// <param name="ReturnsReadOnlyReference">Whether a reference that is returned is read-only.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Call">What is observed.</param>
/// <param name="Lambda">What is particular to a Lambda handler; null for others.</param>
internal sealed record WrapperModel(
    ContainingTypeModel Container,
    string Header,
    string Constraints,
    string InnerCall,
    string? Logger,
    bool IsStatic,
    bool ReturnsReadOnlyReference,
    EquatableArray<ParameterModel> Parameters,
    CallModel Call,
    LambdaModel? Lambda);
