namespace Skylint.Cdk.Model;

/// <summary>What a use may do to a value.</summary>
internal enum TouchKind
{
    /// <summary>The variable gets another value.</summary>
    Write,

    /// <summary>The object may get other members, by an operation that the resolver follows: an assignment, a call, a second name.</summary>
    Change,

    /// <summary>The object gets into hands that the resolver does not follow. What it holds is open from there on.</summary>
    Escape,
}
