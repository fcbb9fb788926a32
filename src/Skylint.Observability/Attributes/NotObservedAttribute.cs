namespace Skylint.Observability;

/// <summary>Leaves one method of an observed interface alone: the decorator passes the call on and records nothing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotObservedAttribute : Attribute;
