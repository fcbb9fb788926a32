namespace Skylint.Docs;

/// <summary>In which way a generated file is out of date.</summary>
internal enum ChangeKind
{
    Missing,
    Differs,

    /// <summary>It was generated for something that no longer exists.</summary>
    Stale,
}
