namespace Skylint.Sdk.Model;

/// <summary>What calls a method again and again from outside.</summary>
internal enum HandlerKind
{
    None,

    /// <summary>The Lambda runtime, once for each invocation.</summary>
    Lambda,

    /// <summary>The web framework, once for each request.</summary>
    Web,
}
