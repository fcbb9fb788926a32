namespace Skylint.Observability.Generator;

/// <summary>The types around a partial method.</summary>
/// <param name="HintName">The unique start of the file's name.</param>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Declarations">The declarations to reopen, from the outside in, such as <c>partial class Worker&lt;T&gt;</c>.</param>
internal sealed record ContainingTypeModel(string HintName, string Namespace, EquatableArray<string> Declarations);
