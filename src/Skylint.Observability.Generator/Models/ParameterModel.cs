namespace Skylint.Observability.Generator;

/// <summary>A parameter as the generated signature and the inner call write it.</summary>
/// <param name="Name">The name, unescaped.</param>
/// <param name="Declaration">Modifiers, type and escaped name.</param>
/// <param name="Argument">Modifier and escaped name.</param>
internal sealed record ParameterModel(string Name, string Declaration, string Argument);
