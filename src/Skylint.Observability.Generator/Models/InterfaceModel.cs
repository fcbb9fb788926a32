namespace Skylint.Observability.Generator;

/// <summary>An observed interface.</summary>
/// <param name="HintName">The unique start of the file's name.</param>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="TypeName">The interface, fully qualified, with its type parameters.</param>
/// <param name="ShortName">The name without the leading I: what the decorator and the registration are named after.</param>
/// <param name="TypeParameters">The type parameters, without angle brackets; empty for none.</param>
/// <param name="TypeParameterDeclarations">The type parameters with their attributes.</param>
/// <param name="Constraints">The constraints of the type parameters.</param>
/// <param name="Attributes">Attributes that stand before the decorator and its registration; usually empty.</param>
/// <param name="Members">The members.</param>
internal sealed record InterfaceModel(
    string HintName,
    string Namespace,
    string Accessibility,
    string TypeName,
    string ShortName,
    string TypeParameters,
    string TypeParameterDeclarations,
    string Constraints,
    string Attributes,
    EquatableArray<MemberModel> Members);
