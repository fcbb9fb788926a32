namespace Skylint.Observability;

/// <summary>How an observed call ended.</summary>
internal enum CallOutcome
{
    Succeeded,
    Failed,
    Cancelled,
}
