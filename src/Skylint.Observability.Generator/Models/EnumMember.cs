namespace Skylint.Observability.Generator;

/// <summary>A member of an enum that is a tag.</summary>
/// <param name="Name">Its name, which is the tag's value.</param>
/// <param name="Constant">The expression that stands for it.</param>
internal sealed record EnumMember(string Name, string Constant);
