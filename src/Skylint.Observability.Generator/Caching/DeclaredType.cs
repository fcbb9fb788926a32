namespace Skylint.Observability.Generator;

/// <summary>A type in a file, with everything in it but the bodies.</summary>
/// <param name="Hash">Its text, its namespace, and the usings and directives around it.</param>
/// <param name="Names">What it and the types in it are called.</param>
/// <param name="Uses">The names in it and in the usings of its file: whatever it depends on is called by one of them.</param>
internal sealed record DeclaredType(ContentHash Hash, IReadOnlyList<string> Names, IReadOnlyList<string> Uses);
