namespace Skylint.Observability;

/// <summary>The argument is never emitted: not as a tag, not in a message. Naming it in either is a compile-time error.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SensitiveAttribute : Attribute;
