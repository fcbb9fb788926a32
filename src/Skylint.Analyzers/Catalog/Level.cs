namespace Skylint.Catalog;

/// <summary>How loud a rule is when nobody has configured it.</summary>
public enum Level
{
    /// <summary>Disabled by default: an opinion, or a demand that only a compliance pack makes.</summary>
    Off,

    /// <summary>A suggestion: good advice that a reviewer would not block a merge for.</summary>
    Info,

    /// <summary>A warning: a careful reviewer would block the merge.</summary>
    Warning,
}
