namespace Skylint.Observability.Generator;

/// <summary>How an argument becomes a tag value.</summary>
internal enum TagKind
{
    /// <summary>As it is: strings, numbers, arrays.</summary>
    Object,

    /// <summary>One of two shared objects.</summary>
    Boolean,

    /// <summary>The name of the member.</summary>
    Enum,

    /// <summary>The invariant text.</summary>
    Text,
}
